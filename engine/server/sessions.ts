/** Keeps the sessions of this process: creates them, takes them over from the store, releases them in time. */
import { randomBytes, randomInt } from 'node:crypto'
import { GuardError } from '../component/errors.ts'
import type { Page } from '../layout/page.ts'
import type { Match } from '../layout/route.ts'
import { ProtocolError } from '../protocol/errors.ts'
import { refusedByGuard } from '../session/guards.ts'
import type {
  SentForm,
  SentOutcome,
  SessionStart,
  Surroundings,
  Visit,
} from '../session/options.ts'
import { readMeta } from '../session/persistence.ts'
import { Session } from '../session/session.ts'
import { memoryStore } from '../state/memory-store.ts'
import { TakeOverError } from './errors.ts'
import { FirstPaints } from './first-paints.ts'
import { type Caller, type Identities, sessionEnded } from './identity.ts'
import type { LiveOptions, ServerLimits } from './options.ts'

/** Milliseconds that packing may take at a time, and how long it waits then. */
const HIBERNATE_FOR = 5
const HIBERNATE_AGAIN = 50

export class Sessions {
  private readonly held = new Map<string, Session>()
  /** Ends a session's wait for its tab to come back. */
  private readonly lingering = new Map<string, () => void>()
  private readonly pages = new WeakMap<Page, Pick<SessionStart, 'page' | 'around'>>()
  private sleepy: Session[] | undefined
  private readonly opening = new Map<string, Promise<Session>>()
  private readonly around: Surroundings
  private readonly limits: ServerLimits
  private readonly onReset: LiveOptions['onReset']
  /** First paints in memory that no tab has joined, oldest first. */
  private readonly unconnected = new Set<string>()
  private readonly paints: FirstPaints
  private readonly route: (path: string) => Match | undefined

  constructor(
    around: Surroundings,
    limits: ServerLimits,
    onReset: LiveOptions['onReset'],
    route: (path: string) => Match | undefined,
  ) {
    this.route = route
    this.around = around
    this.limits = limits
    this.onReset = onReset
    this.paints = new FirstPaints(around, limits, (id) => void this.release(id))
  }

  get size(): number {
    return this.held.size
  }

  /** A new session for a first paint; `sent` is a form that is handled before it. */
  async create(
    page: Page,
    visit: Visit,
    sent?: SentForm,
  ): Promise<{ session: Session; outcome: SentOutcome }> {
    const id = randomBytes(16).toString('base64url')
    const { session, outcome } = await this.open(id, page, visit, undefined, sent)
    this.paints.add(session)
    this.hold(session, undefined, true)
    if (this.unconnected.size > this.limits.mostUnconnected) {
      const [oldest] = this.unconnected
      if (oldest) this.release(oldest)
    }
    return { session, outcome }
  }

  /** What `create` would make, but not kept anywhere. */
  async sketch(page: Page, visit: Visit): Promise<Session> {
    const { page: made, around } = this.ofPage(page)
    const store = memoryStore()
    const id = randomBytes(16).toString('base64url')
    const { epoch } = store.open(id, around.owner)
    const start = { id, visit, page: made, around: { ...around, store }, seed: newSeed(), epoch }
    const { session } = await this.prepared(start)
    session.close(1000, 'nobody joins it')
    return session
  }

  /**
   * The session of a tab that connects: the one in memory, or taken over from the store. `epoch` is the one that the
   * tab was last told, `caller` who it is now.
   * @throws ProtocolError 'session-gone' if nothing is kept of it, and what `caller` and guards say.
   */
  async find(id: string, page: Page, epoch: number, caller: Caller): Promise<Session> {
    // Two sockets of one session at the same time must not both take it over.
    for (let other = this.opening.get(id); other; other = this.opening.get(id)) {
      await other.catch(() => {})
    }
    const opening = this.takeUp(id, page, epoch, caller).finally(() => this.opening.delete(id))
    this.opening.set(id, opening)
    const session = await opening
    try {
      // Asked once it is held: whoever ends its login from now on finds it here.
      await caller.check(session.info)
    } catch (error) {
      if (isCode(error, 'session-ended')) await this.expel(session)
      throw error
    }
    return session
  }

  /** Ends all sessions of a login that began at `at` or before: of their tabs, those that are connected load their pages anew. */
  async endKey(identities: Identities, key: string, at: number): Promise<void> {
    const ending = [...this.held.values()].filter(
      ({ info: { identity, since = 0 } }) => since <= at && identities.keyOf(identity) === key,
    )
    await Promise.all(ending.map((session) => this.expel(session)))
  }

  // At once: nothing is kept of what it still does.
  private async expel(session: Session): Promise<void> {
    const { id } = session
    this.drop(id)
    this.paints.joined(id)
    session.dismiss(sessionEnded())
    session.close(1008, 'its login has ended')
    try {
      await this.around.store.remove(id)
    } catch (error) {
      // Nobody can join it: its login ended before.
      this.around.log.warn(
        { session: id, error: String(error) },
        'An ended session could not be removed.',
      )
    }
  }

  private async takeUp(id: string, page: Page, epoch: number, caller: Caller): Promise<Session> {
    const held = this.held.get(id)
    if (held) {
      if (await this.isOwned(held, epoch)) return held
      // The tab was connected elsewhere meanwhile, and what it did there is in the store.
      this.drop(id)
      held.close(1012, 'another process has resumed this session')
    }
    return (await this.open(id, page, NO_VISIT, caller)).session
  }

  private async isOwned(session: Session, epoch: number): Promise<boolean> {
    if (session.ended || epoch > session.epoch) return false
    if (this.unconnected.has(session.id)) return true
    try {
      const record = await this.around.store.load(session.id)
      return !session.ended && (record?.epoch ?? 0) <= session.epoch
    } catch {
      // If the store can't be read, no other process can have written to it; the next write will report it.
      return !session.ended
    }
  }

  /** A tab has joined: the session stays as long as the tab does. */
  joined(session: Session): void {
    this.paints.joined(session.id)
    this.hold(session, undefined, false)
  }

  /** The tab has left; it has some time to come back. */
  left(session: Session): void {
    if (!session.ended) this.hold(session, this.limits.linger, false)
    else this.drop(session.id)
  }

  /** Ends all of them in this process; what is stored stays. */
  async end(code: number, reason: string): Promise<void> {
    this.paints.stop()
    const all = [...this.held.keys()]
    await Promise.all(all.map((id) => this.release(id, code, reason)))
  }

  /** Packs sessions to which nothing has happened since the last call; only a few milliseconds at a time. */
  hibernate(): void {
    this.sleepy ??= [...this.held.values()]
    const until = performance.now() + HIBERNATE_FOR
    for (let session = this.sleepy.pop(); session; session = this.sleepy.pop()) {
      session.hibernate()
      if (performance.now() > until)
        return void setTimeout(() => this.hibernate(), HIBERNATE_AGAIN).unref()
    }
    this.sleepy = undefined
  }

  private async open(id: string, page: Page, visit: Visit, caller?: Caller, sent?: SentForm) {
    const { epoch, record, lost } = await this.around.store.open(id, this.around.owner)
    if (lost) this.around.log.warn({ session: id, code: lost.code }, lost.message)
    if (caller && (!record || record.version !== (page.version ?? 1))) {
      await this.around.store.remove(id)
      throw new ProtocolError(
        'session-gone',
        record
          ? 'Expected a session of this version of the page, received one of another version. Reload the page.'
          : 'Expected a session in the store, received none. Reload the page.',
      )
    }
    // Before any of its code runs.
    if (record) await caller?.check(readMeta(record.meta).visit)
    const start = {
      id,
      visit,
      ...this.ofPage(page),
      seed: newSeed(),
      epoch,
      record: caller && record,
      joins: caller?.joins,
    }
    const prepared = await this.prepared(start, sent)
    const { session } = prepared
    const reset = session.states.resetFields()
    if (reset.length > 0) this.onReset?.(reset)
    if (caller) this.hold(session, this.limits.linger, false)
    return prepared
  }

  // A session that fails to start leaves nothing: neither in memory nor, if it is new, in the store.
  private async prepared(start: SessionStart, sent?: SentForm) {
    let session: Session | undefined
    try {
      session = new Session(start)
      return { session, outcome: await session.prepare(sent) }
    } catch (error) {
      session?.close(1011, 'the page failed')
      const fault = session?.unheard
      if (!start.record) await this.forget(start)
      else if (error instanceof GuardError) throw refusedByGuard(error)
      // A page that lives without a child that failed may fail at the store.
      else if (fault && fault.error === error) throw new TakeOverError(fault, start.around.debug)
      throw error
    }
  }

  private async forget({ id, epoch }: SessionStart) {
    try {
      await this.around.store.remove(id, epoch)
    } catch {
      // The store is what failed, and the caller is told.
    }
  }

  // The same for all sessions of a page, and kept by each of them.
  private ofPage(page: Page): Pick<SessionStart, 'page' | 'around'> {
    const known = this.pages.get(page)
    if (known) return known
    const { path, component, props, params, guard, version = 1, debug = false } = page
    const match = (asked: string) => {
      const found = this.route(asked)
      return found?.page === page ? found.params : undefined
    }
    const made = {
      page: { path, component, props, version, guard, params, match },
      around: { ...this.around, debug },
    }
    this.pages.set(page, made)
    return made
  }

  private hold(session: Session, ms: number | undefined, unconnected: boolean) {
    const { id } = session
    this.drop(id)
    this.held.set(id, session)
    if (unconnected) this.unconnected.add(id)
    if (ms === undefined) return
    this.lingering.set(
      id,
      this.around.clock.timer(ms, () => void this.release(id)),
    )
  }

  private async release(id: string, code?: number, reason?: string) {
    const session = this.held.get(id)
    this.drop(id)
    await session?.end(code, reason)
  }

  private drop(id: string) {
    this.lingering.get(id)?.()
    this.lingering.delete(id)
    this.held.delete(id)
    this.unconnected.delete(id)
  }
}

const isCode = (error: unknown, code: ProtocolError['code']) =>
  error instanceof ProtocolError && error.code === code

const newSeed = () => randomInt(2 ** 32)

const NO_VISIT: Visit = { params: {}, path: '/', locale: 'en', identity: null }
