import { html, LiveComponent } from 'telar'

// after() fires once; a clock needs every().
export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.tick()
  }

  connected() {
    this.after(1000, 'tick')
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
