/** What every contender is to the bench: made ready off the clock, then applied on it. */
import type { View } from '../fixture/views.ts'

export interface Variant {
  readonly name: string
  /** Shows the first view in an otherwise empty document. */
  setup(first: View): void | Promise<void>
  /** Makes one message ready, as a server would have sent it, and returns how the page takes it. */
  frame(step: FrameStep): (() => void) | Promise<() => void>
}

interface FrameStep {
  /** The number of the step. */
  readonly index: number
  readonly before: View
  readonly after: View
  /** The connection was lost in between: the message holds the whole page. */
  readonly takeOver: boolean
}

/** The element that holds the view. */
export function bench(): HTMLElement {
  const element = document.getElementById('bench')
  if (!element) throw new Error('Expected an element #bench in the page, received none.')
  return element
}
