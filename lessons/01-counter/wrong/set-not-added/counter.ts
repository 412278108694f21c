import { html, LiveComponent } from 'telar'

// The count becomes 1 with every press instead of growing by 1.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count = 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
