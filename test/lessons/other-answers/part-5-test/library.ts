/** The buttons name their book, and Borrow is there for everybody. */
import { each, html, LiveComponent, type LiveEvent, topic } from 'telar'
import { type Loan, readLoans, timesRead, writeLoan } from './store.ts'

const loaned = topic<Loan>('library:loan')

export default class Library extends LiveComponent {
  loans: Loan[] = []
  reads = 0
  seen = ''
  name = ''
  #leave: (() => void) | undefined

  start() {
    this.load()
  }
  load() {
    this.loans = readLoans()
    this.reads = timesRead()
  }
  connected() {
    this.subscribe(
      loaned,
      (loan, _topic, cursor) => {
        this.loans = this.loans.map((one) => (one.book === loan.book ? loan : one))
        this.seen = cursor
      },
      { after: this.seen, gap: () => this.load() },
    )
    this.attend()
  }
  attend() {
    this.#leave?.()
    if (this.name) this.#leave = this.track('library', { name: this.name })
  }
  enter({ form }: LiveEvent) {
    this.name = String(form?.name ?? '').trim()
    this.attend()
  }
  leave() {
    this.name = ''
    this.#leave?.()
    this.#leave = undefined
  }
  say(loan: Loan) {
    writeLoan(loan)
    this.publish(loaned, loan)
  }
  getTemplate() {
    const names = new Set(this.present<{ name: string }>('library').map((one) => one.name))
    return html`<h1>Library</h1>
      <p>At the counter: ${names.size}</p>
      <p>${[...names].join(', ')}</p>
      <p>Read ${this.reads} times</p>
      ${this.name ? html`<button lv-click=${this.leave}>Leave</button>` : html`<form lv-submit=${this.enter}><label>Name <input name="name"></label><button>Enter</button></form>`}
      <ul>${each(
        this.loans,
        (l) => l.book,
        (l) => html`<li>${l.book}: ${l.reader ?? 'here'}
        ${l.reader ? html`<button lv-click=${() => this.say({ book: l.book, reader: null })}>Back: ${l.book}</button>` : html`<button disabled=${!this.name} lv-click=${() => this.name && this.say({ book: l.book, reader: this.name })}>Borrow ${l.book}</button>`}</li>`,
      )}</ul>`
  }
}
