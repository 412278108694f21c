/** How a test moves the time of a visit. */

/**
 * The clock of a visit: for the server and all tabs, it stands still until the test moves it.
 *
 * @example
 * class Egg extends LiveComponent {
 *   done = false
 *   connected() {
 *     this.after(180_000, 'finish')
 *   }
 *   finish() {
 *     this.done = true
 *   }
 *   getTemplate() {
 *     return html`<p>${this.done ? 'Done' : 'Boiling'}</p>`
 *   }
 * }
 * const tab = await visit(Egg)
 * await tab.clock.advance(179_999)
 * tab.text() // 'Boiling'
 * await tab.clock.advance(1)
 * tab.text() // 'Done'
 */
export interface TabClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Lets `ms` milliseconds pass. Each timer runs at its own time; resolves when everything is shown. */
  advance(ms: number): Promise<void>
}
