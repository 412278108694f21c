/** Holds events back at the gate for `lv-debounce` and `lv-throttle`. */
import { type Gate, letGo } from './events.ts'
import type { Heard } from './queue.ts'

const paced = new WeakSet<Gate>()

/**
 * From now on the gate follows these rules; events that wait there already count as just happened.
 *
 * Debounced, only the newest event is sent, after that many milliseconds without another; throttled, the first one at once and the newest
 * of the others when the time is over. An event that is sent takes all earlier ones with it, so that the server gets all in order.
 */
export function keepPace(gate: Gate) {
  if (paced.has(gate)) return
  paced.add(gate)
  /** When an element's event of each type was last sent. */
  const last = new WeakMap<Element, Map<string, number>>()
  const { emit } = gate

  const timesOf = (element: Element) => {
    const times = last.get(element) ?? new Map<string, number>()
    last.set(element, times)
    return times
  }

  function wait({ element, event }: Heard): number {
    // A submit means that the visitor is done; the pace is for typing.
    if (event === 'submit') return 0
    const quiet = Number(element.getAttribute('lv-debounce'))
    if (quiet > 0) return quiet
    const every = Number(element.getAttribute('lv-throttle'))
    const sent = timesOf(element).get(event)
    return every > 0 && sent !== undefined ? sent + every - performance.now() : 0
  }

  gate.emit = (heard) => {
    timesOf(heard.element).set(heard.event, performance.now())
    emit(heard)
  }

  gate.admit = (heard) => {
    const { element, event } = heard
    const older = gate.held.findIndex((one) => one.element === element && one.event === event)
    // It comes after everything that is already held back.
    if (older >= 0) gate.held.splice(older, 1)
    gate.held.push(heard)
    const ms = wait(heard)
    if (ms > 0) setTimeout(() => letGo(gate, gate.held.indexOf(heard) + 1), ms)
    else letGo(gate)
  }

  for (const heard of gate.held.splice(0)) gate.admit(heard)
}
