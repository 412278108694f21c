import { html, LiveComponent } from 'telar'

// A variable of the file belongs to the server process, so every visitor shares it.
let count = 0

export default class Counter extends LiveComponent {
  add() {
    count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
