import { html, LiveComponent } from 'telar'

// A timer of Node's own changes the field, but the engine does not know and paints nothing.
export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.time = wallTime(this.now())
  }

  connected() {
    setInterval(() => {
      this.time = wallTime(this.now())
    }, 1000).unref()
  }

  getTemplate() {
    return html`<h1>Bus stop</h1>
      <time>${this.time}</time>`
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
