/** Marks what an event is on its way from with `lv-pending`, and the form around it, until the answers to all of them are there. */
import type { Heard } from './queue.ts'

declare global {
  interface Element {
    /** How many events are on their way. */
    telarPending?: number
  }
}

/** `by` is 1 for an event that leaves, -1 for one that is answered. */
export function mark(heard: Heard, by: 1 | -1) {
  const { element } = heard
  const { form } = element as HTMLInputElement
  // Some are the same, which counts twice both ways. A custom element may have something else as its `form`, a form a field of that name.
  for (const one of (heard.marked ??= [element, element.closest('form'), form]))
    one?.toggleAttribute?.('lv-pending', !!(one.telarPending = (one.telarPending ?? 0) + by))
}
