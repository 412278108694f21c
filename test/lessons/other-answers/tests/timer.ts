/** The engine keeps the deadline: `after` rings, and the page shows what is left until then. */
import { html, LiveComponent } from 'telar'

export class KitchenTimer extends LiveComponent {
  end = 0
  news = ''

  connected() {
    this.subscribe<string>('rings', (news) => {
      this.news = news
    })
    this.every(1000, () => {})
  }

  begin(minutes: number) {
    this.end = this.now() + minutes * 60_000
    this.after(minutes * 60_000, 'ring')
    this.news = ''
  }

  ring() {
    this.end = 0
    this.publish('rings', 'The eggs are ready.')
  }

  getTemplate() {
    return html`<h1>Kitchen timer</h1>
      <output>${clock(this.end === 0 ? 0 : Math.ceil((this.end - this.now()) / 1000))}</output>
      <button lv-click=${() => this.begin(1)}>One minute</button>
      <button lv-click=${() => this.begin(5)}>Five minutes</button>
      <p role="status">${this.news}</p>`
  }
}

// 170 → "2:50"
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
