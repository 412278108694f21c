/** The list is copied when it grows, and the handlers are arrows. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export default class Letters extends LiveComponent {
  text = ''
  letters: readonly string[] = []

  getTemplate() {
    return html`<h1>Notes for the baker</h1>
      <output>${this.text.length} of 40 letters</output>
      <label>Your note <input value=${this.text} lv-input=${(event: LiveEvent) => {
        this.text = event.value
      }} /></label>
      <button lv-click=${() => this.post()}>Send</button>
      <ol>${this.letters.map((letter) => html`<li>${letter}</li>`)}</ol>`
  }

  private post() {
    if (this.text !== '') this.letters = [...this.letters, this.text]
    this.text = ''
  }
}
