/** Does what an error of the server asks for. */
import type { Fault, Status } from './watcher.ts'

export interface ServerFault extends Fault {
  fatal?: boolean
  reload?: boolean
}

/** What a tab can do about it. */
export interface Actions {
  /** Whether the page was live before. */
  live: boolean
  error(fault: Fault): void
  status(now: Status): void
  stop(): void
  /** Joins anew and is painted anew. */
  rejoin(): void
  /** Sends all events again that are not kept. */
  again(): void
}

const AGAIN_AFTER = 1000

export function answer(fault: ServerFault, actions: Actions) {
  const { code, fatal, reload } = fault
  if (code === 'store-works') return actions.status('connected')
  actions.error(fault)
  if (fatal) {
    actions.stop()
    actions.status('refused')
    // A page that was never live would only come back to the same refusal, but where it came too late for its first paint.
    if (reload && (actions.live || (code === 'session-gone' && !wasReloaded()))) location.reload()
  } else if (code === 'event-forged') actions.rejoin()
  else if (/^(rate-limited|event-gap)$/.test(code)) setTimeout(actions.again, AGAIN_AFTER)
  else if (code === 'store-waits') actions.status('waiting')
  else if (code === 'take-over-failed') actions.status('failing')
}

// Once is enough to tell.
const wasReloaded = () =>
  (performance.getEntriesByType?.('navigation')[0] as PerformanceNavigationTiming | undefined)
    ?.type === 'reload'
