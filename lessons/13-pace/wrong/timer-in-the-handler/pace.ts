import { each, html, LiveComponent, type LiveEvent } from 'telar'

const BOOKS = [
  'Looms of the north',
  'The loom and the city',
  'Bread, a history',
  'A field guide to moss',
  'Mosses and looms',
]

export default class Catalogue extends LiveComponent {
  words = ''
  searches = 0

  typed = ''

  look({ value }: LiveEvent) {
    this.typed = value
    this.after(300, 'search')
  }

  search() {
    this.words = this.typed
    this.searches += 1
  }

  send({ form }: LiveEvent) {
    this.words = String(form.words)
    this.searches += 1
  }

  clear() {
    this.words = ''
  }

  get found() {
    return BOOKS.filter((title) => title.toLowerCase().includes(this.words.toLowerCase()))
  }

  getTemplate() {
    return html`<main>
      <h1>Catalogue</h1>
      <form role="search" lv-submit=${this.send}>
        <label>Title
          <input type="search" name="words" value=${this.typed}
            lv-input=${this.look}
            lv-keydown=${this.clear} lv-key="Escape" />
        </label>
        <button>Search</button>
      </form>
      <p role="status">${this.found.length} books, ${this.searches} searches</p>
      <ul>${each(
        this.found,
        (title) => title,
        (title) => html`<li>${title}</li>`,
      )}</ul>
    </main>`
  }
}
