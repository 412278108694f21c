import { html, LiveComponent, type LiveEvent } from 'telar'

const SHORT = ['Round the lake', 'To the mill']
const LONG = ['Two lakes and a pass', 'The ridge']

export default class Walks extends LiveComponent {
  length = 'all'
  query = ''

  start() {
    this.paramsChanged(this.session.params)
  }

  paramsChanged({ length = 'all', q = '' }: { length?: string; q?: string }) {
    this.length = length
    this.query = q
  }

  go(length: string) {
    this.patch(`/?length=${length}&q=${encodeURIComponent(this.query)}`)
  }

  find({ form }: LiveEvent) {
    const q = String(form.q)
    if (q !== this.query) this.patch(`/?length=${this.length}&q=${encodeURIComponent(q)}`)
  }

  getTemplate() {
    const walks = { all: [...SHORT, ...LONG], short: SHORT, long: LONG }[this.length] ?? []
    const found = walks.filter((name) => name.toLowerCase().includes(this.query.toLowerCase()))
    return html`<form lv-submit=${this.find}>
        <label>Search <input name="q" value=${this.query} /></label><button>Find</button>
      </form>
      ${['All', 'Short', 'Long'].map(
        (name) => html`<button lv-click=${() => this.go(name.toLowerCase())}>${name}</button>`,
      )}
      ${found.map((name) => html`<p>${name}</p>`)}`
  }
}
