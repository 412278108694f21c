import { html, LiveComponent } from 'telar'

// The name of the handler is a text, and a text is no handler.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${'add'}>Add one</button>`
  }
}
