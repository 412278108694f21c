/** Shows something else in place of a piece of a view that throws. */
import { currentRun } from '../template/run.ts'
import type { View } from './component.ts'

/**
 * Runs a piece of a template; when it throws, `instead` is shown in its place and the rest of the view stands. The fault is
 * logged. It is to stateless functions what `fallback` is to components (Go's `recover`, after which it is called).
 *
 * @example
 * html`<ul>${each(this.rows, (row) => row.id, (row) => html`<li>${recover(() => details(row), () => 'unreadable')}</li>`)}</ul>`
 */
export function recover(piece: () => View, instead: (error: unknown) => View): View {
  try {
    return piece()
  } catch (error) {
    currentRun()?.recovered?.(error)
    return instead(error)
  }
}
