import { html, LiveComponent } from 'telar'

// The seconds left are counted down from 60, wherever the minute stands.
export default class Clock extends LiveComponent {
  time = ''
  left = 60

  start() {
    this.tick()
  }

  connected() {
    this.every(1000, () => {
      this.tick()
      this.left -= 1
    })
  }

  tick() {
    this.time = wallTime(this.now())
  }

  getTemplate() {
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>
      <p>Next bus in ${this.left} seconds</p>`
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
