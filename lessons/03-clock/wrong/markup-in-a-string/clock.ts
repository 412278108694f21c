import { html, LiveComponent, raw } from 'telar'

// The page is one string to the engine, so all of it travels with every tick.
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
    return html`${raw(`<h1>Bus stop</h1> <time>${this.time}</time>`)}`
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
