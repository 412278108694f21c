import { each, focus, html, LiveComponent, type LiveEvent, toggle, toggleClass } from 'telar'

interface Letter {
  id: string
  text: string
  starred: boolean
}

export class Desk extends LiveComponent {
  draft = ''
  letters: Letter[] = []

  write({ value }: LiveEvent) {
    this.draft = value
  }

  clear() {
    this.draft = ''
  }

  put() {
    if (this.draft === '') return
    this.letters.push({ id: this.id(), text: this.draft, starred: false })
    this.draft = ''
  }

  star(letter: Letter) {
    letter.starred = !letter.starred
  }

  getTemplate() {
    return html`<main>
      <button lv-do-click=${[toggle('#compose'), focus('#draft')]}>Write</button>
      <form id="compose" hidden lv-submit=${this.put} lv-keydown=${this.clear} lv-key="Escape">
        <input id="draft" aria-label="Letter" value=${this.draft} lv-input=${this.write} lv-debounce="200">
        <button lv-busy="Sending…">Send</button>
      </form>
      <ul>${each(
        this.letters,
        (letter) => letter.id,
        (letter) => html`<li>${letter.text}
          <button aria-label="Star ${letter.text}" class=${letter.starred ? 'on' : ''}
            lv-do-click=${toggleClass('on')} lv-click=${() => this.star(letter)}>★</button>
        </li>`,
      )}</ul>
    </main>`
  }
}
