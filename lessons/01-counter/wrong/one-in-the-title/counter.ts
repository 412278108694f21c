import { html, LiveComponent } from 'telar'

// The 1 stands in the title, and no button names the handler.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter 1</h1>
      <output>${this.count}</output>
      <button>Add 1</button>`
  }
}
