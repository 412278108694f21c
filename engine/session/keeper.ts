/** Writes a session down after every turn: one change, whole or not at all, however often it has to be tried. */
import type { SessionInfo } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import { fenced, StoreError, type StoreErrorCode } from '../state/errors.ts'
import type { SessionChange, SessionRecord, Soon, StateStore } from '../state/store.ts'
import type { Answers } from './answers.ts'
import type { Chance, Clock } from './clock.ts'
import { metaText } from './meta.ts'
import type { SessionPage } from './options.ts'
import type { Outbox } from './outbox.ts'
import type { Deadlines } from './place.ts'
import type { States } from './states.ts'

/** What is written of a session. */
export interface Kept {
  readonly id: string
  epoch: number
  readonly owner: string
  nodes(): Iterable<ComponentNode>
  readonly page: SessionPage
  readonly info: SessionInfo
  readonly chance: Chance
  readonly deadlines: Deadlines | undefined
  readonly answers: Answers
  readonly outbox: Outbox
  readonly ids: number
  readonly titleText: string | undefined
  readonly applied: number
  readonly around: { readonly clock: Clock }
  /** The store refuses, and is asked again: told once, and once more when it works again. */
  storeWaits(error: unknown): void
  storeWorks(): void
}

/** Milliseconds from one try to the next. */
const RETRY_FLOOR = 200
const RETRY_CEILING = 5_000

const NOTHING = () => {}

export class Keeper {
  private meta = ''
  /** What `meta` was made of, where it tells all that may change. */
  private known: { chance: number; ids: number; titleText: string | undefined } | undefined
  private seq = -1
  private readonly store: StateStore
  private readonly states: States

  constructor(store: StateStore, states: States) {
    this.store = store
    this.states = states
  }

  /** A turn waits for the store. */
  isWaiting = false
  private goOn = NOTHING
  private givesUp = false

  /**
   * Writes what changed since the last time; a session that the store has let go is written anew, whole. A store that fails is
   * asked again until it works, unless it is the first time (`isFirst`) that this session is written here.
   * @throws StoreError, or rejects with it.
   */
  write(session: Kept, isFirst = false): void | Promise<void> {
    const change = this.changeOf(session)
    if (!change) return
    const failed = (error: unknown) => {
      if (isFirst || isFinal(error)) throw error
      return this.tryOn(session, change, error)
    }
    return orElse(
      () => this.store.write(session.id, session.epoch, change),
      (error) =>
        isCode(error, 'session-gone') ? orElse(() => this.rewrite(session), failed) : failed(error),
    )
  }

  /** The session is about to end here: what waits is tried once more, and no longer. */
  giveUp(): void {
    this.givesUp = true
    this.goOn()
  }

  private async tryOn(session: Kept, refused: SessionChange, cause: unknown): Promise<void> {
    let change = refused
    this.isWaiting = true
    session.storeWaits(cause)
    for (let wait = RETRY_FLOOR; ; wait = Math.min(RETRY_CEILING, wait * 2)) {
      if (!this.givesUp) await this.pause(session, wait)
      const isLast = this.givesUp
      try {
        this.refuseIfTaken(session, await this.store.load(session.id))
        // After a refusal nothing may be written with the old epoch.
        const { epoch, record } = await this.store.open(session.id, session.owner)
        this.refuseIfTaken(session, record)
        session.epoch = epoch
        if (!record) change = this.wholeOf(session) ?? change
        await this.store.write(session.id, epoch, change)
        this.isWaiting = false
        return session.storeWorks()
      } catch (error) {
        if (isLast || isFinal(error)) throw error
      }
    }
  }

  private refuseIfTaken({ id, epoch }: Kept, record: SessionRecord | undefined) {
    if (record && record.epoch > epoch) throw fenced(id, epoch, record.epoch, 'another process')
  }

  private pause({ around }: Kept, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = around.clock.timer(ms, resolve)
      this.goOn = () => {
        cancel()
        resolve()
      }
    })
  }

  private rewrite(session: Kept): void | Promise<void> {
    const opened = this.store.open(session.id, session.owner)
    const again = ({ epoch }: { epoch: number }) => {
      session.epoch = epoch
      const change = this.wholeOf(session)
      if (change) return this.store.write(session.id, epoch, change)
    }
    return opened instanceof Promise ? opened.then(again) : again(opened)
  }

  private wholeOf(session: Kept): SessionChange | undefined {
    this.meta = ''
    this.states.rewrite(session.nodes())
    session.outbox.overlays.rewrite()
    return this.changeOf(session)
  }

  // Written after each event, and the same each time as a rule.
  private metaOf(session: Kept): string {
    const { chance, ids, titleText, deadlines, answers } = session
    const known = this.known
    const isSettled = (deadlines?.size ?? 0) === 0 && answers.isEmpty
    const isKnown =
      known?.chance === chance.state &&
      known.ids === ids &&
      known.titleText === titleText &&
      isSettled
    if (isKnown && this.meta !== '') return this.meta
    this.known = isSettled ? { chance: chance.state, ids, titleText } : undefined
    return metaText(session, ids)
  }

  private changeOf(session: Kept): SessionChange | undefined {
    const { outbox, applied, page } = session
    const meta = this.metaOf(session)
    const isFirst = this.meta === ''
    const components = this.states.take()
    const overlays = outbox.overlays.take()
    if (applied === this.seq && meta === this.meta && components.size + overlays.size === 0) return
    const change: SessionChange = { seq: applied, components }
    if (meta !== this.meta) change.meta = meta
    if (overlays.size > 0) change.overlays = overlays
    this.meta = meta
    this.seq = applied
    return isFirst ? { ...change, page: page.path, version: page.version } : change
  }
}

const isCode = (error: unknown, code: StoreErrorCode) =>
  error instanceof StoreError && error.code === code

// Asking again would get the same answer.
const isFinal = (error: unknown) =>
  isCode(error, 'session-fenced') ||
  isCode(error, 'session-id-invalid') ||
  isCode(error, 'store-closed')

/** Does the other thing when the first fails, at once or later. */
function orElse(act: () => Soon<void>, failed: (error: unknown) => Soon<void>): Soon<void> {
  try {
    const done = act()
    return done instanceof Promise ? done.catch(failed) : done
  } catch (error) {
    return failed(error)
  }
}
