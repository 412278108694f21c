import { html, LiveComponent } from 'telar'

export default class Clock extends LiveComponent {
  at = this.now()

  connected() {
    this.every(500, () => {
      this.at = this.now()
    })
  }

  getTemplate() {
    const [time] = new Date(this.at).toISOString().split('T')[1]!.split('.')
    return html`<p>It is <b>${time}</b> at the server.</p>`
  }
}
