import { html, LiveComponent } from 'telar'

export default class Notes extends LiveComponent {
  note = ''
  sent: string[] = []

  write(event: { value: string }) {
    this.note = event.value
  }

  send() {
    if (this.note === '') return
    this.sent.push(this.note)
    this.note = ''
  }

  getTemplate() {
    return html`<h1>Notes for the baker</h1>
      <p>
        <label>Your note <input value=${this.note} lv-input=${this.write} /></label>
        <button lv-click=${this.send}>Send</button>
      </p>
      <output>${this.note.length} of 40 letters</output>
      <ul>
        ${this.sent.map((note) => html`<li>${note}</li>`)}
      </ul>`
  }
}
