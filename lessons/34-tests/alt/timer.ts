import { html, LiveComponent } from 'telar'

export class KitchenTimer extends LiveComponent {
  endsAt = 0
  at = 0
  news = ''

  connected() {
    this.subscribe<string>('rings', (news) => {
      this.news = news
    })
    this.tick()
    this.every(1000, () => this.tick())
  }

  begin(minutes: number) {
    this.at = this.now()
    this.endsAt = this.at + minutes * 60_000
    this.news = ''
  }

  tick() {
    this.at = this.now()
    if (this.endsAt === 0 || this.at < this.endsAt) return
    this.endsAt = 0
    this.publish('rings', 'The eggs are ready.')
  }

  getTemplate() {
    return html`<h1>Kitchen timer</h1>
      <output>${clock(Math.max(0, Math.ceil((this.endsAt - this.at) / 1000)))}</output>
      <button lv-click=${() => this.begin(1)}>One minute</button>
      <button lv-click=${() => this.begin(5)}>Five minutes</button>
      <p role="status">${this.news}</p>`
  }
}

// 170 → "2:50"
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
