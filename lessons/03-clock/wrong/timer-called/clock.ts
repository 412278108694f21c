import { html, LiveComponent } from 'telar'

// tick() is called once, and what it gives back, nothing, is handed to every().
export default class Clock extends LiveComponent {
  time = ''

  start() {
    this.tick()
  }

  connected() {
    this.every(1000, this.tick() as never)
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
