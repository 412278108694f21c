/** Adds the pace to a page that has `lv-debounce` or `lv-throttle`. */
import type { Gate } from './event-gate.ts'
import { keepPace } from './pace.ts'
import type { Heard } from './queue.ts'

let kept = false

export function paceEvents(gate: Gate<Heard>) {
  if (kept) return
  kept = true
  keepPace(
    gate,
    { now: () => performance.now(), timer: (ms, act) => setTimeout(act, ms) },
    ({ element, event }) => ({ own: element, element, event }),
  )
}
