/** Holds events back at the gate for `lv-debounce` and `lv-throttle`. */
import { type Gate, letGo } from './event-gate.ts'

/** The clock that the pace needs. */
interface Beat {
  now(): number
  timer(ms: number, act: () => void): unknown
}

/** What an event belongs to: each owner has one pace for each kind of event. */
export interface Source {
  /** The same for everything that is one thing to the visitor. */
  readonly own: object
  readonly element: Element
  readonly event: string
}

/**
 * From now on the gate follows these rules; events that wait there already count as just happened.
 *
 * Debounced, only the newest event is sent, after that many milliseconds without another; throttled, the first one at once and the newest
 * of the others when the time is over. An event that is sent takes all earlier ones with it, so that the server gets all in order.
 */
export function keepPace<Heard>(gate: Gate<Heard>, beat: Beat, sourceOf: (heard: Heard) => Source) {
  const last = new WeakMap<object, Map<string, number>>()
  const { emit } = gate

  const timesOf = (own: object) => {
    const times = last.get(own) ?? new Map<string, number>()
    last.set(own, times)
    return times
  }

  function wait({ own, element, event }: Source): number {
    // A submit means that the visitor is done; the pace is for typing.
    if (event === 'submit') return 0
    const quiet = Number(element.getAttribute('lv-debounce'))
    if (quiet > 0) return quiet
    const every = Number(element.getAttribute('lv-throttle'))
    const sent = timesOf(own).get(event)
    return every > 0 && sent !== undefined ? sent + every - beat.now() : 0
  }

  gate.emit = (heard) => {
    const { own, event } = sourceOf(heard)
    timesOf(own).set(event, beat.now())
    emit(heard)
  }

  gate.admit = (heard) => {
    const source = sourceOf(heard)
    const older = gate.held.findIndex((one) => {
      const { own, event } = sourceOf(one)
      return own === source.own && event === source.event
    })
    // It comes after everything that is already held back.
    if (older >= 0) gate.held.splice(older, 1)
    gate.held.push(heard)
    const ms = wait(source)
    if (ms > 0) beat.timer(ms, () => letGo(gate, gate.held.indexOf(heard) + 1))
    else letGo(gate)
  }

  for (const heard of gate.held.splice(0)) gate.admit(heard)
}
