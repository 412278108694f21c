import { html, LiveComponent } from 'telar'

// The sum is made and thrown away.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    return this.count + 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
