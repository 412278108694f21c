import { html, LiveComponent } from 'telar'

// The timer is started once in a session's life, and ends with the process it was started in.
export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.tick()
    this.every(1000, () => this.tick())
  }

  tick() {
    this.time = wallTime(this.now())
  }

  getTemplate() {
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>`
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
