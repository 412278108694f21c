import { html, LiveComponent } from 'telar'

// count++ gives the number as it was, and that is assigned again.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    const before = this.count++
    this.count = before
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
