/** No field at all: the address is asked each time. */
import { html, LiveComponent } from 'telar'

const WALKS: readonly (readonly [name: string, kind: string])[] = [
  ['Round the lake', 'short'],
  ['To the mill', 'short'],
  ['Two lakes and a pass', 'long'],
  ['The ridge', 'long'],
]

export default class Paths extends LiveComponent {
  kind = this.session.params.kind ?? ''
  words = this.session.params.words ?? ''

  paramsChanged({ kind = '', words = '' }: { kind?: string; words?: string }) {
    this.kind = kind
    this.words = words
  }

  address(kind: string, words: string) {
    return `?kind=${encodeURIComponent(kind)}&words=${encodeURIComponent(words)}`
  }

  getTemplate() {
    const links = { '': 'All', short: 'Short', long: 'Long' }
    const wanted = this.words.toLowerCase()
    return html`<h1>Walks</h1>
      <p>Address: <code>${this.url}</code></p>
      <label>Search <input type="search" value=${this.words} lv-input=${(event: {
        value: string
      }) => this.patch(this.address(this.kind, event.value), { replace: true })} /></label>
      <ul>${WALKS.filter(([name, kind]) => (this.kind === '' || kind === this.kind) && name.toLowerCase().includes(wanted)).map(([name]) => html`<li>${name}</li>`)}</ul>
      <ul>${Object.entries(links).map(
        ([kind, label]) =>
          html`<li><a lv-link href=${this.address(kind, this.words)} aria-current=${kind === this.kind ? 'page' : null}>${label}</a></li>`,
      )}</ul>`
  }
}
