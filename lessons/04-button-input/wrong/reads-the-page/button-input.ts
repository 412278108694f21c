import { html, LiveComponent } from 'telar'

// The server asks the page what stands in the field, instead of hearing it.
export default class Notes extends LiveComponent {
  note = ''
  sent: string[] = []

  async send() {
    this.note = String(await this.driver.getDriverById('note').getValue())
    if (this.note === '') return
    this.sent.push(this.note)
    this.note = ''
  }

  getTemplate() {
    return html`<h1>Notes for the baker</h1>
      <p>
        <label>Your note <input id="note" /></label>
        <button lv-click=${this.send}>Send</button>
      </p>
      <output>${this.note.length} of 40 letters</output>
      <ul>
        ${this.sent.map((note) => html`<li>${note}</li>`)}
      </ul>`
  }
}
