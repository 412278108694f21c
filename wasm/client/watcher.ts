/** Interface of an observer of the page: the debug module. */
import type { TabFault } from '../../engine/protocol/signals.ts'

/** `waiting`: the visitor's events wait for the server's store. `failing`: the page does not run on the server. */
export type Status = 'connecting' | 'connected' | 'disconnected' | 'refused' | 'waiting' | 'failing'

/** An event of the visitor was not accepted. */
export type Notice = 'stale' | 'failed' | 'declined' | 'large' | 'lost'

export interface Watcher {
  status(status: Status | Notice): void
  error(fault: TabFault): void
  /** `ms` is how long it took to apply. */
  frame(direction: 'up' | 'down', bytes: Uint8Array, ms: number): void
}
