import { html, LiveComponent } from 'telar'

// The arrow runs, but it only names add: nobody calls it.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${() => this.add}>Add one</button>`
  }
}
