/** Stores a session after every turn, in one change, whole or not at all, retried as often as needed; and restores it. */
import type { ComponentNode } from '../component/node.ts'
import type { Answer } from '../protocol/ops.ts'
import { decodeState, encodeState } from '../state/codec.ts'
import { fenced, StoreError, type StoreErrorCode } from '../state/errors.ts'
import type { Publish, SessionChange, SessionRecord, Soon } from '../state/store.ts'
import type { Answers } from './answers.ts'
import type { Deadlines } from './component-context.ts'
import type { SessionPage, Surroundings, Visit, Whereabouts } from './options.ts'
import type { Outbox } from './outbox.ts'
import type { States } from './states.ts'

/** What is stored of a session. */
export interface Persisted {
  readonly id: string
  readonly page: SessionPage
  readonly around: Pick<Surroundings, 'store' | 'clock' | 'storeClock' | 'owner'>
  readonly states: States
  readonly info: Whereabouts
  readonly chance: number
  readonly deadlines: Deadlines | undefined
  readonly answers: Answers
  readonly outbox: Outbox
  readonly ids: number
  readonly titleText: string | undefined
  /** The last applied event. */
  readonly applied: number
  readonly publishes: readonly Publish[] | undefined
  nodes(): Iterable<ComponentNode>
  /** The store fails and is retried: told once, and once more when it works again. */
  storeWaits(error: unknown): void
  storeWorks(): void
}

/** What a session stores besides its components, as one text. */
interface Meta {
  visit: Visit
  chance: number
  ids?: number
  title?: string
  deadlines?: [string, { method: string; at: number }[]][]
  /** What the tab may not have been told yet. */
  answers?: readonly Answer[]
}

/** Milliseconds between retries. */
const RETRY_FLOOR = 200
const RETRY_CEILING = 5_000

/** Milliseconds for which a finished turn waits for those behind it, at most: a display frame. */
const MAX_WAIT = 16

const NOTHING = () => {}

export class Persistence {
  /** The epoch in the store, which every write must name. */
  epoch: number
  private readonly session: Persisted
  private meta = ''
  /** The values that `meta` was made from; it changes only if they do. */
  private chance = 0
  private ids = 0
  private title: string | undefined
  private url = ''
  private isSettled = false
  private seq = -1
  /** The store answered the last write later. */
  private isSlow = false
  /** What the next write has to write, and since when it waits. */
  private gathered: SessionChange | undefined
  private gatheredAt = 0
  /** Messages are in the store. */
  hasPublishes = false

  constructor(session: Persisted, epoch: number) {
    this.session = session
    this.epoch = epoch
  }

  /** What the store last failed with, while a turn waits for it. */
  failure: { error: unknown } | undefined
  private goOn = NOTHING
  /** The session is about to end here. */
  givesUp = false

  /**
   * Notes what changed since the last time, for the next write.
   * @throws StateError
   */
  gather(): void {
    const { session } = this
    if (!this.gathered && this.isSlow) this.gatheredAt = session.around.clock.now()
    const { outbox, applied, page, info, chance, ids, titleText, deadlines, answers } = session
    // Asked for after each event, and usually unchanged.
    const isSettled = (deadlines?.size ?? 0) === 0 && answers.open.length === 0
    const isKnown =
      isSettled &&
      this.isSettled &&
      this.chance === chance &&
      this.ids === ids &&
      this.title === titleText &&
      this.url === info.url
    const meta = isKnown && this.meta !== '' ? this.meta : writeMeta(session)
    this.isSettled = isSettled
    this.chance = chance
    this.ids = ids
    this.title = titleText
    this.url = info.url
    const isFirst = this.meta === ''
    const components = session.states.take()
    const overlays = outbox.overlays?.take()
    // If nothing outlives the process, no other process could send them later.
    const publishes = session.around.store.outlives === false ? undefined : session.publishes
    const isSame = applied === this.seq && meta === this.meta && !publishes && !this.hasPublishes
    if (isSame && components.size + (overlays?.size ?? 0) === 0) return
    const change: SessionChange = { seq: applied, components }
    if (meta !== this.meta) change.meta = meta
    if (overlays && overlays.size > 0) change.overlays = overlays
    if (publishes || this.hasPublishes) change.publishes = publishes ?? []
    this.hasPublishes = publishes !== undefined
    this.meta = meta
    this.seq = applied
    if (isFirst) Object.assign(change, { page: page.path, version: page.version })
    this.gathered = this.gathered ? merged(this.gathered, change) : change
  }

  /** Who the visitor is has changed: it is written with the next turn. */
  identified(): void {
    this.isSettled = false
  }

  /** What was gathered may wait for the next turn: one write of both is answered sooner than two. */
  get mayWait(): boolean {
    return this.isSlow && this.session.around.clock.now() - this.gatheredAt < MAX_WAIT
  }

  /**
   * Writes what was gathered; if the store has dropped the session, it is written again whole. A store that fails is retried until it
   * works, except at the first write (`isFirst`) of this session here.
   * @throws StoreError, or rejects with it.
   */
  write(isFirst = false): Soon<void> {
    const change = this.gathered
    if (!change) return
    this.gathered = undefined
    try {
      const written = this.session.around.store.write(this.session.id, this.epoch, change)
      this.isSlow = written instanceof Promise
      if (!(written instanceof Promise)) return
      return written.catch((error) => this.writeAgain(change, error, isFirst))
    } catch (error) {
      return this.writeAgain(change, error, isFirst)
    }
  }

  private writeAgain(change: SessionChange, error: unknown, isFirst: boolean): Soon<void> {
    const failed = (cause: unknown) => {
      if (isFirst || isFinal(cause)) throw cause
      return this.tryOn(change, cause)
    }
    if (!isCode(error, 'session-gone')) return failed(error)
    try {
      const written = this.rewrite()
      return written instanceof Promise ? written.catch(failed) : undefined
    } catch (cause) {
      return failed(cause)
    }
  }

  /** The session is about to end here: what waits is tried once more only. */
  giveUp(): void {
    this.givesUp = true
    this.goOn()
  }

  private async tryOn(refused: SessionChange, cause: unknown): Promise<void> {
    const { session } = this
    const { id, around } = session
    const { store, owner } = around
    let change = refused
    this.failure = { error: cause }
    session.storeWaits(cause)
    for (let wait = RETRY_FLOOR; ; wait = Math.min(RETRY_CEILING, wait * 2)) {
      if (!this.givesUp) await this.pause(wait)
      const isLast = this.givesUp
      try {
        this.refuseIfTaken(await store.load(id))
        // After a refusal nothing may be written with the old epoch.
        const { epoch, record } = await store.open(id, owner)
        this.refuseIfTaken(record)
        this.epoch = epoch
        if (!record) change = this.wholeOf() ?? change
        await store.write(id, epoch, change)
        this.failure = undefined
        return session.storeWorks()
      } catch (error) {
        this.failure = { error }
        if (isLast || isFinal(error)) throw error
      }
    }
  }

  private refuseIfTaken(record: SessionRecord | undefined) {
    const { epoch } = this
    if (!record || record.epoch <= epoch) return
    throw fenced(this.session.id, epoch, record.epoch, 'another process')
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const { clock, storeClock = clock } = this.session.around
      const cancel = storeClock.timer(ms, resolve)
      this.goOn = () => {
        cancel()
        resolve()
      }
    })
  }

  private rewrite(): Soon<void> {
    const { id, around } = this.session
    const { store, owner } = around
    const opened = store.open(id, owner)
    const again = ({ epoch }: { epoch: number }) => {
      this.epoch = epoch
      const change = this.wholeOf()
      if (change) return store.write(id, epoch, change)
    }
    return opened instanceof Promise ? opened.then(again) : again(opened)
  }

  private wholeOf(): SessionChange | undefined {
    const { states, outbox } = this.session
    this.meta = ''
    states.rewrite(this.session.nodes())
    outbox.overlays?.rewrite()
    this.gather()
    const whole = this.gathered
    this.gathered = undefined
    return whole
  }
}

/** One change that does what two did one after the other. */
const merged = (first: SessionChange, next: SessionChange): SessionChange => ({
  ...first,
  ...next,
  components: new Map([...(first.components ?? []), ...(next.components ?? [])]),
  ...(first.overlays && next.overlays
    ? { overlays: new Map([...first.overlays, ...next.overlays]) }
    : {}),
})

const isCode = (error: unknown, code: StoreErrorCode) =>
  error instanceof StoreError && error.code === code

// A retry would get the same answer.
const isFinal = (error: unknown) =>
  isCode(error, 'session-fenced') ||
  isCode(error, 'session-id-invalid') ||
  isCode(error, 'store-closed')

/**
 * What is known of the visitor, encoded like state: an identity comes back as it was, or is refused with its name.
 * @throws StateError 'state-unstorable', 'state-too-large'
 */
export function visitText({
  params,
  path,
  url,
  isPatched,
  locale,
  identity,
  since,
}: Visit): string {
  // Most visitors are nobody in particular, and their texts are one in memory.
  const begun = since === undefined ? {} : { since }
  const at = url === undefined || url === path ? {} : { url }
  const patched = isPatched ? { isPatched } : {}
  const session = { params, path, ...at, ...patched, locale, identity, ...begun }
  return encodeState({ session }, { name: 'this' })
}

export const sameIdentity = (a: unknown, b: unknown): boolean =>
  encodeState({ identity: a }) === encodeState({ identity: b })

/** A line of what may change, and behind it the visit. */
function writeMeta({ page, info, chance, ids, titleText, deadlines, answers }: Persisted): string {
  const changing = {
    chance,
    ids: ids > 0 ? ids : undefined,
    title: titleText,
    deadlines: deadlines && deadlines.size > 0 ? [...deadlines] : undefined,
    answers: answers.open.length > 0 ? answers.all() : undefined,
  }
  return JSON.stringify(changing) + visitLine(page, info)
}

// Most visitors of a page differ in nothing that is stored here; the sessions share one text then.
function visitLine(page: SessionPage, info: Visit): string {
  const line = `\n${visitText(info)}`
  const last = lastLines.get(page)
  if (last === line) return last
  lastLines.set(page, line)
  return line
}

const lastLines = new WeakMap<SessionPage, string>()

export function readMeta(text: string): Meta {
  const end = text.indexOf('\n')
  // Older versions wrote the visit into the line.
  const { visit, ...changing } = JSON.parse(end < 0 ? text : text.slice(0, end))
  const { fields } = decodeState(visit ?? text.slice(end + 1))
  return { ...changing, visit: fields.session as Visit }
}
