import { html, LiveComponent } from 'telar'

// The handler is written, but no button names it.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button>Add one</button>`
  }
}
