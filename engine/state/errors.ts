/** The two errors of this folder: state that can't be stored, and a store that can't store it. */
import { CodedError } from '../protocol/coded-error.ts'

/** What a `StateError` is about; each code has one sentence in the reference. */
type StateErrorCode = 'state-unstorable' | 'state-too-large' | 'state-unreadable'

/** A component's fields can't be encoded, or a stored text can't be decoded. */
export class StateError extends CodedError<StateErrorCode> {
  override readonly name = 'StateError'
  readonly owner = this.code === 'state-unreadable' ? 'engine' : 'app'
}

/**
 * The codes of a `StoreError`. `session-fenced`: a newer process owns the session, so end it here.
 * `session-gone`: it was evicted or removed, so open it again and write all of it.
 */
export type StoreErrorCode =
  | 'session-fenced'
  | 'session-gone'
  | 'session-unreadable'
  | 'session-id-invalid'
  | 'store-unwritable'
  | 'store-closed'

/** A store could not do what was asked; nothing of the refused change counts as written. */
export class StoreError extends CodedError<StoreErrorCode> {
  override readonly name = 'StoreError'
  readonly owner = HOSTS_FAULT.has(this.code) ? 'host' : 'engine'
}

// The medium failed, not the request.
const HOSTS_FAULT: ReadonlySet<StoreErrorCode> = new Set(['store-unwritable', 'session-unreadable'])

/** The error of a write to a session that a newer epoch owns. */
export const fenced = (id: string, epoch: number, newest: number, owner: string) =>
  new StoreError(
    'session-fenced',
    `Expected epoch ${newest} for session ${id}, received ${epoch}: ${owner} has taken it over. End this session here; its tab goes on there.`,
  )

/** The error of a write to a session that this store does not hold for the writer. */
export const gone = (id: string) =>
  new StoreError(
    'session-gone',
    `Expected session ${id} in the store, received none: it was removed, evicted or never opened here. Open it again and write all of it.`,
  )
