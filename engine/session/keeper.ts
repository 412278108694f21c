/** Writes a session down after every turn: one change, whole or not at all. */
import type { SessionInfo } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import { StoreError } from '../state/errors.ts'
import type { SessionChange, StateStore } from '../state/store.ts'
import type { Answers } from './answers.ts'
import type { Chance } from './clock.ts'
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
}

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

  /**
   * Writes what changed since the last time; a session that the store has let go is written anew, whole.
   * @throws StoreError, or rejects with it.
   */
  write(session: Kept): void | Promise<void> {
    const change = this.changeOf(session)
    if (!change) return
    try {
      const written = this.store.write(session.id, session.epoch, change)
      if (written instanceof Promise) return written.catch((error) => this.rewrite(session, error))
      return written
    } catch (error) {
      return this.rewrite(session, error)
    }
  }

  private rewrite(session: Kept, error: unknown): void | Promise<void> {
    if (!(error instanceof StoreError) || error.code !== 'session-gone') throw error
    this.meta = ''
    this.states.rewrite(session.nodes())
    session.outbox.overlays.rewrite()
    const opened = this.store.open(session.id, session.owner)
    const again = ({ epoch }: { epoch: number }) => {
      session.epoch = epoch
      const change = this.changeOf(session)
      if (change) return this.store.write(session.id, epoch, change)
    }
    return opened instanceof Promise ? opened.then(again) : again(opened)
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
