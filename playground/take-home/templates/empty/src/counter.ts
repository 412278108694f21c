/** Its state and its handler stay on the server; the page gets the number that changed. */
import { html, LiveComponent } from 'telar'

export class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<main>
      <h1>A counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>
    </main>`
  }
}
