/** A clock that the server winds: one push a second, no script in the page knows the time. */
import { html, LiveComponent } from 'telar'

export default class Clock extends LiveComponent {
  time = ''

  override start() {
    this.time = wallTime(this.now())
  }

  override connected() {
    this.every(1000, () => {
      this.time = wallTime(this.now())
    })
  }

  getTemplate() {
    return html`<main>
      <h1>Clock</h1>
      <time>${this.time}</time>
      <p>Hours, minutes and seconds on the server, in UTC.</p>
    </main>`
  }
}

const wallTime = (at: number) => new Date(at).toISOString().slice(11, 19)
