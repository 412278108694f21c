/** The counter of a small library: books that go out and come back, on every page at once. */
import { type Cursor, each, html, LiveComponent, type LiveEvent, topic } from 'telar'
import { type Loan, readLoans, timesRead, writeLoan } from './store.ts'

const lent = topic<Loan>('library:lent')

export default class Library extends LiveComponent {
  loans: Loan[] = []
  seen: Cursor = ''
  reads = 0
  name = ''
  #leave = () => {}

  start() {
    this.load()
  }

  load() {
    this.loans = readLoans()
    this.reads = timesRead()
  }

  connected() {
    this.subscribe(
      lent,
      (loan, _topic, cursor) => {
        this.loans = this.loans.map((one) => (one.book === loan.book ? loan : one))
        this.seen = cursor
      },
      { after: this.seen, gap: () => this.load() },
    )
    this.join()
  }

  enter({ form }: LiveEvent) {
    this.name = String(form?.name).trim()
    this.join()
  }

  leave() {
    this.name = ''
    this.join()
  }

  join() {
    this.#leave()
    this.#leave = this.name ? this.track('library:counter', this.name) : () => {}
  }

  lend(book: string, reader: string | null) {
    writeLoan({ book, reader })
    this.publish(lent, { book, reader })
  }

  getTemplate() {
    const names = [...new Set(this.present<string>('library:counter'))]
    return html`<h1>Library</h1>
      <p>At the counter: ${names.length} ${names.join(', ')}. Read ${this.reads} times.</p>
      ${this.who()}
      <ul>${each(
        this.loans,
        ({ book }) => book,
        ({ book, reader }) => html`<li>${book}
          ${reader === null ? 'is here' : `is with ${reader}`}
          ${this.button(book, reader)}</li>`,
      )}</ul>`
  }

  who() {
    if (this.name) return html`<button lv-click=${this.leave}>Leave</button>`
    return html`<form lv-submit=${this.enter}>
      <label>Name <input name="name" required /></label> <button>Enter</button>
    </form>`
  }

  button(book: string, reader: string | null) {
    if (reader !== null) return html`<button lv-click=${() => this.lend(book, null)}>Back</button>`
    return this.name
      ? html`<button lv-click=${() => this.lend(book, this.name)}>Borrow</button>`
      : ''
  }
}
