import { html, LiveComponent } from 'telar'

export class KitchenTimer extends LiveComponent {
  left = 0
  news = ''

  connected() {
    this.subscribe<string>('rings', (news) => {
      this.news = news
    })
    this.every(1000, () => this.tick())
  }

  begin(minutes: number) {
    this.left = minutes * 60
    this.news = ''
  }

  tick() {
    if (this.left === 0) return
    this.left -= 1
    if (this.left === 0) this.publish('rings', 'The eggs are ready.')
  }

  getTemplate() {
    return html`<h1>Kitchen timer</h1>
      <output>${clock(this.left)}</output>
      <button lv-click=${() => this.begin(1)}>One minute</button>
      <button lv-click=${() => this.begin(5)}>Five minutes</button>
      <p role="status">${this.news}</p>`
  }
}

// 170 → "2:50"
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
