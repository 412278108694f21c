import { html, LiveComponent } from 'telar'

export class Counter extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<main>
      <h1>A counter</h1>
      <button lv-click=${this.add}>Clicked ${this.count} times</button>
    </main>`
  }
}
