/** The form hears Escape, and the words are trimmed. */
import { each, html, LiveComponent, type LiveEvent } from 'telar'

const BOOKS = [
  'Looms of the north',
  'The loom and the city',
  'Bread, a history',
  'A field guide to moss',
  'Mosses and looms',
]

export default class Shelf extends LiveComponent {
  asked = ''
  searches = 0

  search(words: string) {
    this.asked = words
    this.searches += 1
  }

  getTemplate() {
    const wanted = this.asked.trim().toLowerCase()
    const found = BOOKS.filter((title) => title.toLowerCase().includes(wanted))
    return html`<h1>Catalogue</h1>
      <form role="search" lv-submit=${() => {}}>
        <label>Title <input
          type="search"
          name="words"
          value=${this.asked}
          lv-input=${(event: LiveEvent) => this.search(event.value)}
          lv-debounce="250"
          lv-keydown=${() => {
            this.asked = ''
          }}
          lv-key="Escape"
        /></label>
      </form>
      <ul>${each(found, String, (title) => html`<li>${title}</li>`)}</ul>
      <p role="status">${found.length} books, ${this.searches} searches</p>`
  }
}
