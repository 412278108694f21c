import { html, LiveComponent } from 'telar'

// add() is called while the template is made, instead of being handed over.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <button lv-click=${this.add()}>Add one</button>
      <output>${this.count}</output>`
  }
}
