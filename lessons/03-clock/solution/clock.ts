import { html, LiveComponent } from 'telar'

export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.tick()
  }

  connected() {
    this.tick()
    this.every(1000, () => this.tick())
  }

  tick() {
    this.time = wallTime(this.now())
  }

  getTemplate() {
    const seconds = Number(this.time.slice(6))
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>
      <p>Next bus in ${60 - seconds} seconds</p>`
  }
}

// 1732420800000 → "04:00:00"
const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
