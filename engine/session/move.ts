/** A change of the page's address within a turn: checked by the page's schema, told to components, undone with the turn. */
import { resolved } from '../component/address.ts'
import type { SessionInfo } from '../component/component.ts'
import { ComponentError, GuardError, InputError } from '../component/errors.ts'
import type { ComponentNode } from '../component/node.ts'
import { forbidden } from '../component/outcome.ts'
import type { ComponentTree } from '../component/tree.ts'
import { type Params, paramsRefused, type Read, readParams } from '../layout/address.ts'
import type { Soon } from '../state/store.ts'
import { askPageGuard } from './guards.ts'
import type { SessionPage, Surroundings, Whereabouts } from './options.ts'
import type { NewAddress } from './screen.ts'

/** What changes the address: the program, a link, or the browser's Back and Forward, which have changed it in the tab already. */
export type Cause = 'program' | 'link' | 'history'

interface Moving {
  readonly page: SessionPage
  readonly info: Whereabouts & SessionInfo
  readonly tree: ComponentTree
  readonly around: Pick<Surroundings, 'watch'>
}

interface Asked {
  url: URL
  ofPath: Params
  replace: boolean
}

/** A `paramsChanged` that patches each time would go on for ever. */
const MAX_STEPS = 10

export class Move {
  private readonly session: Moving
  private readonly cause: Cause
  private readonly before: Whereabouts
  private asked: Asked | undefined
  private steps = 0
  private hash = ''
  /** Every step so far has replaced the entry. */
  private replaces = true
  private leaving: NewAddress | undefined
  /** The component whose `paramsChanged` runs. */
  private at: ComponentNode | undefined

  constructor(session: Moving, cause: Cause) {
    this.session = session
    this.cause = cause
    this.before = { ...session.info }
  }

  /** An address of this page is wanted, and not reached yet. */
  get isDue(): boolean {
    return this.asked !== undefined
  }

  /** False if the address does not belong to the page. */
  ask(url: string, replace: boolean): boolean {
    const { page, info } = this.session
    const whole = resolved(url, info.url)
    const ofPath = whole.isOwn ? matched(page, whole.url.pathname) : undefined
    if (!ofPath) return false
    this.asked = { url: whole.url, ofPath, replace }
    return true
  }

  /** At the end of the turn the visitor goes to another page. */
  leave(value: { url: string; replace?: boolean; as?: string }): void {
    const replace = value.replace || this.cause === 'history'
    this.leaving = { kind: 'navigate', value: { ...value, ...(replace ? { replace } : {}) } }
  }

  /**
   * Goes where it was asked to, and on to where `paramsChanged` asks it to go. `failed` gets an InputError when the schema refuses,
   * ComponentError 'address-loop', or what a component has thrown there.
   */
  follow(
    done: () => Soon<void>,
    failed: (error: unknown, at?: ComponentNode, during?: string) => Soon<void>,
  ): Soon<void> {
    const fail = (error: unknown) =>
      this.at ? failed(error, this.at, 'paramsChanged') : failed(error)
    try {
      const gone = this.go()
      if (gone) return gone.then(done, fail)
    } catch (error) {
      return fail(error)
    }
    return done()
  }

  private go(): Soon<void> {
    const asked = this.asked!
    this.asked = undefined
    this.at = undefined
    if (++this.steps > MAX_STEPS) throw loop(asked.url)
    const read = readParams(this.session.page.params, asked.ofPath, asked.url.searchParams)
    return read instanceof Promise
      ? read.then((found) => this.arrive(asked, found))
      : this.arrive(asked, read)
  }

  private arrive({ url, replace }: Asked, read: Read): Soon<void> {
    if (read.issues) throw new InputError(paramsRefused(read.issues), read.issues)
    const { info, tree } = this.session
    const path = url.pathname === info.path ? info.path : url.pathname
    const { values: params } = read
    Object.assign(info, {
      params,
      path,
      url: url.search ? path + url.search : path,
      isPatched: true,
    })
    this.hash = url.hash
    this.replaces &&= replace
    this.askGuard()
    // Views may show the session's parameters.
    tree.markAll()
    return this.tell([...tree.nodes()])
  }

  private askGuard() {
    try {
      askPageGuard(this.session)
    } catch (error) {
      throw error instanceof GuardError ? forbidden() : error
    }
  }

  // One after the other: a parent may prepare what its children read.
  private tell(nodes: ComponentNode[]): Soon<void> {
    const { info, around } = this.session
    for (let node = nodes.shift(); node; node = nodes.shift()) {
      if (!node.component.paramsChanged || node.life.phase === 'ended') continue
      this.at = node
      around.watch?.enter(node.name, 'paramsChanged')
      let told: void | Promise<void>
      try {
        told = node.component.paramsChanged(info.params as never)
      } finally {
        around.watch?.leave()
      }
      if (told instanceof Promise) return told.then(() => this.tell(nodes))
    }
    if (this.asked) return this.go()
  }

  /** The turn has failed. What the tab is to be told: its address bar may show another address by now. */
  undo(): NewAddress | undefined {
    const { info } = this.session
    const { params, path, url, isPatched } = this.before
    Object.assign(info, { params, path, url, isPatched })
    if (this.cause !== 'history') return undefined
    return { kind: 'patch', value: { url, replace: true } }
  }

  /** What the tab is told when the turn has succeeded. */
  outcome(): NewAddress | undefined {
    if (this.leaving || this.steps === 0) return this.leaving
    const url = this.session.info.url + this.hash
    const replace = this.cause === 'history' || this.replaces
    return { kind: 'patch', value: replace ? { url, replace } : { url } }
  }
}

/** Whether the tab may change the address by itself: a page whose components hear nothing of it is loaded anew, so that `start` runs. */
export const hearsParams = (tree: ComponentTree): boolean =>
  tree.nodes().some(({ component }) => component.paramsChanged !== undefined)

const matched = (page: SessionPage, path: string): Params | undefined =>
  page.match ? page.match(path) : {}

const loop = ({ pathname, search }: URL) =>
  new ComponentError(
    'address-loop',
    `Expected paramsChanged() to come to an end, received ${MAX_STEPS} calls of this.patch() in it in a row, the last to ${pathname}${search}. Call it only for an address that differs from this.url.`,
  )

/** @throws ComponentError 'address-elsewhere' for what is no address of this page. */
export const elsewhere = (call: string, url: string, page: SessionPage) =>
  new ComponentError(
    'address-elsewhere',
    `Expected an address of this page (${page.path}) in ${call}, received ${JSON.stringify(url.slice(0, 100))}. Use this.navigate() to go to another page.`,
  )

/** @throws ComponentError 'address-elsewhere' before there is a page that could move. */
export const tooEarly = (call: string) =>
  new ComponentError(
    'address-elsewhere',
    `Expected ${call} once the page is shown, received it before. In start(), write throw redirect(url).`,
  )
