import { html, LiveComponent } from 'telar'

export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  startAgain() {
    this.count = 0
  }

  getTemplate() {
    return html`<h1>Counter</h1>
      <output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>
      <button lv-click=${this.startAgain}>Start again</button>`
  }
}
