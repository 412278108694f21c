/** The time is kept as a number; what is shown of it is worked out in the view. */
import { html, LiveComponent } from 'telar'

export default class BusStop extends LiveComponent {
  at = 0

  start() {
    this.at = this.now()
  }

  connected() {
    const look = () => {
      this.at = this.now()
    }
    look()
    this.every(1000, look)
  }

  getTemplate() {
    const date = new Date(this.at)
    const two = (part: number) => String(part).padStart(2, '0')
    const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
    return html`<h1>Bus stop</h1>
      <p><time>${time}</time></p>
      <p>Next bus in ${60 - date.getUTCSeconds()} seconds</p>`
  }
}
