import { html, LiveComponent } from 'telar'

// onclick is the page’s own script, and the handler lives on the server.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button onclick=${this.add}>Add one</button>`
  }
}
