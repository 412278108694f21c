import { each, html, LiveComponent, type LiveEvent } from 'telar'

const WALKS = [
  { name: 'Round the lake', kind: 'short' },
  { name: 'To the mill', kind: 'short' },
  { name: 'Two lakes and a pass', kind: 'long' },
  { name: 'The ridge', kind: 'long' },
]

interface Search {
  kind?: string
  words?: string
}

export default class Walks extends LiveComponent {
  search: Search = this.session.params

  paramsChanged(params: Search) {
    this.search = params
  }

  words = ''

  look({ value }: LiveEvent) {
    this.words = value
  }

  to(change: Search) {
    return `?${new URLSearchParams({ ...this.search, ...change })}`
  }

  get found() {
    const { kind = '' } = this.search
    return WALKS.filter((walk) => !kind || walk.kind === kind).filter(({ name }) =>
      name.toLowerCase().includes(this.words.toLowerCase()),
    )
  }

  getTemplate() {
    return html`<main>
      <h1>Walks</h1>
      <p>Address: <code>${this.url}</code></p>
      <nav aria-label="Length">
        ${this.link('All', '')} ${this.link('Short', 'short')} ${this.link('Long', 'long')}
      </nav>
      <label>
        Search <input type="search" value=${this.words} lv-input=${this.look} />
      </label>
      <ul>${each(
        this.found,
        ({ name }) => name,
        ({ name }) => html`<li>${name}</li>`,
      )}</ul>
    </main>`
  }

  link(label: string, kind: string) {
    const isHere = (this.search.kind ?? '') === kind
    return html`<a lv-link href=${this.to({ kind })} aria-current=${isHere ? 'page' : null}>${label}</a>`
  }
}
