import { html, LiveComponent } from 'telar'

interface Note {
  text: string
  at: number
}

export default class Board extends LiveComponent {
  draft: Note = { text: '', at: 0 }
  notes: Note[] = []

  post() {
    if (this.draft.text.length > 0) this.notes = [this.draft, ...this.notes]
    this.draft = { text: '', at: 0 }
  }

  getTemplate() {
    const { text } = this.draft
    return html`<form lv-submit=${this.post}>
        <textarea
          aria-label="What shall we bake?"
          .value=${text}
          lv-input=${(event: { value: string }) => {
            this.draft = { text: event.value, at: this.now() }
          }}
        ></textarea>
        <button>Send it</button>
      </form>
      <p>Letters: ${text.length}</p>
      ${this.notes.map((note) => html`<p>“${note.text}”</p>`)}`
  }
}
