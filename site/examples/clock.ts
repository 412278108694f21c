/** A clock driven by the server: one push a second, and no script in the page. */
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
