import { html, LiveComponent } from 'telar'

export class Clock extends LiveComponent {
  started = 0
  seconds = 0

  start() {
    this.started = this.now()
  }

  connected() {
    this.every(1000, () => {
      this.seconds = Math.round((this.now() - this.started) / 1000)
    })
  }

  getTemplate() {
    return html`<main><p>Open for ${this.seconds} s</p></main>`
  }
}
