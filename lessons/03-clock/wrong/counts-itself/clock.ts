import { html, LiveComponent } from 'telar'

// The clock adds its own ticks up, so it falls behind whenever a tick is missed.
export default class Clock extends LiveComponent {
  at = 0

  start() {
    this.at = this.now()
  }

  connected() {
    this.every(1000, () => {
      this.at += 1000
    })
  }

  getTemplate() {
    return html`<h1>Bus stop</h1>
      <time>${new Date(this.at).toISOString().slice(11, 19)}</time>`
  }
}
