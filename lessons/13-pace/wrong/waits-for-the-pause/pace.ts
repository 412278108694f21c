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

  look({ value }: LiveEvent) {
    this.words = value
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
      <div role="search">
        <label>Title
          <input type="search" name="words" value=${this.words}
            lv-input=${this.look} lv-debounce="300"
            lv-keydown=${this.clear} lv-key="Escape" />
        </label>
      </div>
      <p role="status">${this.found.length} books, ${this.searches} searches</p>
      <ul>${each(
        this.found,
        (title) => title,
        (title) => html`<li>${title}</li>`,
      )}</ul>
    </main>`
  }
}
