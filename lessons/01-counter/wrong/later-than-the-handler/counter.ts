import { html, LiveComponent } from 'telar'

// The handler is done before the field changes, so nothing is shown.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    setTimeout(() => {
      this.count += 1
    }, 0)
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
