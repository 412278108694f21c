/** Who a visitor is: asks `authenticate` at the first paint and at each join, and names logins by their keys. */
import type { Page } from '../layout/page.ts'
import { ProtocolError } from '../protocol/errors.ts'
import type { Clock } from '../session/clock.ts'
import type { Visit } from '../session/options.ts'
import { encodeState } from '../state/codec.ts'
import type { Soon, StateStore } from '../state/store.ts'
import { ServerError } from './errors.ts'
import type { LiveOptions, ServerLimits } from './options.ts'

/** Who joins a session, and whether that session is theirs. */
export interface Caller {
  /** What `authenticate` says now; absent where nobody is asked. */
  readonly joins: { readonly identity: unknown } | undefined
  /** The name of that login. */
  readonly key?: string
  /** @throws ProtocolError 'identity-changed', 'session-ended', or rejects with one. */
  check(visit: Visit): Soon<void>
}

interface Around {
  store: StateStore
  clock: Clock
  limits: ServerLimits
}

export class Identities {
  private readonly authenticate: LiveOptions['authenticate']
  private readonly identityKey: LiveOptions['identityKey']
  private readonly around: Around
  private lastStamp = 0

  /** @throws ServerError 'store-unfit' */
  constructor({ authenticate, identityKey }: LiveOptions, around: Around) {
    this.authenticate = authenticate
    this.identityKey = identityKey
    this.around = around
    const { store } = around
    if (identityKey && !(store.setNotBefore && store.notBefore)) {
      throw new ServerError(
        'store-unfit',
        'Expected a store with setNotBefore() and notBefore(), since identityKey is given, received one without. Use memoryStore() or fileStore(), or add both to yours.',
      )
    }
  }

  /** A time that no earlier call in this process has given, also where the clock stands still. */
  stamp(): number {
    this.lastStamp = Math.max(this.around.clock.now(), this.lastStamp + 1)
    return this.lastStamp
  }

  /** Whether visitors of the page are asked who they are. */
  asks(page: Page): boolean {
    return (page.authenticate ?? this.authenticate) !== undefined
  }

  /**
   * Who sends the request; null where nobody is asked.
   * @throws ProtocolError 'identity-refused' if `authenticate` throws, ServerError 'identity-late', 'identity-too-large', 'key-invalid',
   * StateError 'state-unstorable'.
   */
  async of(page: Page, request: Request): Promise<unknown> {
    const authenticate = page.authenticate ?? this.authenticate
    if (!authenticate) return null
    const identity =
      (await this.inTime(page, () => this.answer(page, authenticate, request))) ?? null
    // A key that is none is found out at once, and not when somebody logs out.
    this.keyOf(identity)
    const { limits } = this.around
    const bytes = Buffer.byteLength(textOf(identity))
    if (bytes <= limits.identity) return identity
    throw new ServerError(
      'identity-too-large',
      `Expected an identity of at most ${limits.identity} bytes from authenticate for ${page.path}, received one of ${bytes}. Keep an id and roles there, and load the rest where it is shown.`,
    )
  }

  /** What a join must fulfil. */
  async caller(page: Page, request: () => Request): Promise<Caller> {
    if (!this.asks(page)) return { joins: undefined, check: (visit) => this.checkEnd(visit) }
    const identity = await this.of(page, request())
    const key = this.keyOf(identity)
    return {
      joins: { identity },
      key,
      check: (visit) => {
        if (this.keyOf(visit.identity) === key) return this.checkEnd(visit)
        throw identityChanged()
      },
    }
  }

  /**
   * The name of a login: equal for all its sessions, empty for nobody.
   * @throws ServerError 'key-invalid'
   */
  keyOf(identity: unknown): string {
    if (identity === null || identity === undefined) return ''
    // Without names, any difference is another visitor.
    return this.identityKey
      ? checkKey(this.identityKey(identity as never), 'identityKey')
      : textOf(identity)
  }

  /** @throws ServerError 'key-missing', 'key-invalid' */
  checkEnding(key: unknown): string {
    if (this.identityKey) return checkKey(key, 'endSessions({ key })')
    throw new ServerError(
      'key-missing',
      'Expected identityKey in the options of the server for endSessions(), received none. Add identityKey: (user) => user.id, or whatever names a login.',
    )
  }

  private checkEnd({ identity, since = 0 }: Visit): Soon<void> {
    const { store } = this.around
    if (!this.identityKey || identity === null || identity === undefined) return
    const check = (notBefore: number) => {
      if (since <= notBefore) throw sessionEnded()
    }
    const notBefore = store.notBefore!(this.keyOf(identity))
    return notBefore instanceof Promise ? notBefore.then(check) : check(notBefore)
  }

  private async answer(
    page: Page,
    authenticate: NonNullable<Page['authenticate']>,
    request: Request,
  ) {
    try {
      return await authenticate(request)
    } catch (cause) {
      // What it says is for the log.
      throw new ProtocolError(
        'identity-refused',
        `Expected a visitor who may see ${page.path}, received one whom authenticate refuses. Log in, or ask for the right to see it.`,
        { cause },
      )
    }
  }

  private inTime(page: Page, ask: () => Promise<unknown>): Promise<unknown> {
    const { clock, limits } = this.around
    return new Promise((resolve, reject) => {
      const cancel = clock.timer(limits.identityWait, () =>
        reject(
          new ServerError(
            'identity-late',
            `Expected an answer from authenticate for ${page.path} within ${limits.identityWait} ms, received none. See what it waits for, or raise limits.identityWait.`,
          ),
        ),
      )
      ask().then(resolve, reject).finally(cancel)
    })
  }
}

export const identityChanged = () =>
  new ProtocolError(
    'identity-changed',
    'Expected the visitor for whom this page was painted, received another one or none. Reload the page.',
  )

export const sessionEnded = () =>
  new ProtocolError(
    'session-ended',
    'Expected a login that still holds, received one whose sessions have been ended. Reload the page.',
  )

/** Named as components know it, for messages. @throws StateError */
const textOf = (identity: unknown) =>
  encodeState({ session: { identity } }, { name: 'this', maxBytes: Number.POSITIVE_INFINITY })

function checkKey(key: unknown, where: string): string {
  if (typeof key === 'string' && key !== '') return key
  throw new ServerError(
    'key-invalid',
    `Expected a text that is not empty as the key of a login in ${where}, received ${key === '' ? 'an empty one' : `${typeof key} (${String(key)})`}. Use what names the login in your database, as text.`,
  )
}
