import { html, LiveComponent } from 'telar'

// connected() sets the time, once.
export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.tick()
  }

  connected() {
    this.tick()
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
