import { html, LiveComponent } from 'telar'

// A static field belongs to the class, so every visitor shares it.
export default class Counter extends LiveComponent {
  static count = 0

  add() {
    Counter.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${Counter.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
