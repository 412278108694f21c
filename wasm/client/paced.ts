/** Brings the pace to a page, fetched with the first `lv-debounce` or `lv-throttle`. */
import type { Events } from './events.ts'
import { keepPace } from './pace.ts'

let kept = false

export function found(_: string, { gate }: Events) {
  if (kept) return
  kept = true
  keepPace(
    gate,
    { now: () => performance.now(), timer: (ms, act) => setTimeout(act, ms) },
    ({ element, event }) => ({ own: element, element, event }),
  )
}
