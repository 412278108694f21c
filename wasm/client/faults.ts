/** Does what an error of the server asks of the tab: stop, reload, join again, send again. */
import type { Fault } from './watcher.ts'

export interface FaultActions {
  stop(): void
  /** Joins anew and is painted anew. */
  rejoin(): void
  /** Sends all events again that are not kept. */
  again(): void
  /** Whether the page was ever live. */
  joined(): boolean
}

export interface ServerFault extends Fault {
  fatal?: boolean
  reload?: boolean
}

const AGAIN_AFTER = 1000

export function createFaults(actions: FaultActions): (fault: ServerFault) => void {
  return ({ code, fatal, reload }) => {
    if (fatal) {
      actions.stop()
      // A page that was never live would only come back to the same refusal.
      if (reload && actions.joined()) location.reload()
    } else if (code === 'event-forged') actions.rejoin()
    else if (/^(rate-limited|event-gap)$/.test(code)) setTimeout(actions.again, AGAIN_AFTER)
  }
}
