import { html, LiveComponent } from 'telar'

export default class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<output>${this.count}</output>
      <button lv-click=${this.add}>Add one</button>`
  }
}
