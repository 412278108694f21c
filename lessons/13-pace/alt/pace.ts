import { html, LiveComponent, type LiveEvent } from 'telar'

const BOOKS = [
  { title: 'Looms of the north' },
  { title: 'The loom and the city' },
  { title: 'Bread, a history' },
  { title: 'A field guide to moss' },
  { title: 'Mosses and looms' },
]

export default class Catalogue extends LiveComponent {
  shown = BOOKS
  words = ''

  find(words: string) {
    this.words = words
    const wanted = words.toLowerCase()
    this.shown = BOOKS.filter(({ title }) => title.toLowerCase().includes(wanted))
  }

  getTemplate() {
    return html`<main>
      <p>${this.shown.length} books</p>
      <ol>${this.shown.map(({ title }) => html`<li>${title}</li>`)}</ol>
      <form
        lv-input=${({ value }: LiveEvent) => this.find(value)}
        lv-debounce="250"
        lv-submit=${({ form }: LiveEvent) => this.find(String(form.q))}
        lv-reset=${() => this.find('')}>
        <label for="q">Title</label>
        <input id="q" name="q" value=${this.words} lv-keydown=${() => this.find('')} lv-key="Escape" />
      </form>
    </main>`
  }
}
