import { html, LiveComponent } from 'telar'

// Every run of the view counts, whoever it is run for.
export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count++}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
