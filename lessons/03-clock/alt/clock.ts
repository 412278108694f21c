import { html, LiveComponent } from 'telar'

export default class Stop extends LiveComponent {
  at = this.now()

  connected() {
    this.every(500, () => {
      this.at = this.now()
    })
  }

  getTemplate() {
    const [time] = new Date(this.at).toISOString().split('T')[1]!.split('.')
    const left = 60 - (Math.floor(this.at / 1000) % 60)
    return html`<p>It is <b>${time}</b> at the server.</p>
      <p><strong>${left}</strong> s until the bus leaves</p>`
  }
}
