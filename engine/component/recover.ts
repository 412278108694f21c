/** Shows something else in place of a piece of a view that throws. */
import { currentRun } from '../template/rendered.ts'
import type { View } from './component.ts'
import { Outcome } from './outcome.ts'

/**
 * Runs a piece of a template. If it throws, `instead` is shown in its place and the rest of the view stays. The fault is
 * logged. It does for plain functions what `fallback` does for components (named after Go's `recover`).
 *
 * @param piece Makes a piece of the view.
 * @param instead Makes what is shown if it throws.
 * @example
 * const price = (cents: number) => {
 *   if (cents < 0) throw new Error('No price is below zero')
 *   return html`<b>${cents / 100}</b>`
 * }
 * class Prices extends LiveComponent {
 *   getTemplate() {
 *     return html`${each([250, -1], (cents) => cents, (cents) => html`<p>${recover(() => price(cents), () => '?')}</p>`)}`
 *   }
 * }
 * const tab = await visit(Prices)
 * tab.text() // '2.5\n?'
 */
export function recover(piece: () => View, instead: (error: unknown) => View): View {
  try {
    return piece()
  } catch (error) {
    if (error instanceof Outcome) throw error
    currentRun()?.recovered?.(error)
    return instead(error)
  }
}
