import { html, LiveComponent } from 'telar'

export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.time = wallTime(this.now())
    setInterval(() => {
      this.time = wallTime(this.now())
    }, 1000)
  }

  getTemplate() {
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>`
  }
}

// 1732420800000 → "04:00:00"
const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
