import { html, LiveComponent } from 'telar'

// add() is called while the template is made; quotes around it change nothing.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click="${this.add()}">Add one</button>`
  }
}
