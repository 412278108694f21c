import { html, LiveComponent } from 'telar'

// A copy is counted up and forgotten when the handler ends.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    let count = this.count
    count += 1
    return count
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
