/** The same with a component for the people, one for the shelf, and one map of state. */
import { type Cursor, html, LiveComponent, type LiveEvent, mount, topic } from 'telar'
import { readLoans, timesRead, writeLoan } from './store.ts'

const news = topic<[book: string, reader: string | null]>('loans')

export default class Library extends LiveComponent {
  me: string | undefined

  getTemplate() {
    return html`<main>
      ${mount(People, { me: this.me, onName: this.call })}
      ${mount(Shelf, { me: this.me })}
    </main>`
  }

  call(name: string | undefined) {
    this.me = name
  }
}

class People extends LiveComponent<{
  me: string | undefined
  onName: (name?: string) => void
}> {
  #stop: (() => void) | undefined

  connected() {
    if (this.props.me) this.#stop = this.track('people', { is: this.props.me })
  }

  enter({ form }: LiveEvent) {
    const name = String(form?.name)
    this.#stop = this.track('people', { is: name })
    this.props.onName(name)
  }

  leave() {
    this.#stop?.()
    this.props.onName()
  }

  getTemplate() {
    const people = new Set(this.present<{ is: string }>('people').map((one) => one.is))
    return html`<p>At the counter: ${people.size}</p>
      ${[...people].map((name) => html`<b>${name} </b>`)}
      ${
        this.props.me
          ? html`<button lv-click=${this.leave}>Leave</button>`
          : html`<form lv-submit=${this.enter}><label>Name <input name="name" /></label><button>Enter</button></form>`
      }`
  }
}

class Shelf extends LiveComponent<{ me: string | undefined }> {
  books = new Map<string, string | null>()
  times = 0
  cursor: Cursor = ''

  fresh() {
    this.books = new Map(readLoans().map(({ book, reader }) => [book, reader]))
    this.times = timesRead()
  }

  connected() {
    const gap = () => this.fresh()
    this.subscribe(
      news,
      ([book, reader], _, cursor) => {
        this.books.set(book, reader)
        this.cursor = cursor
      },
      { after: this.cursor, gap },
    )
  }

  set(book: string, reader: string | null) {
    writeLoan({ book, reader })
    this.publish(news, [book, reader])
  }

  getTemplate() {
    const { me } = this.props
    return html`<p>Read ${this.times} times</p>
      <ul>${[...this.books].map(
        ([book, reader]) => html`<li>
          ${
            reader
              ? html`<button lv-click=${() => this.set(book, null)}>Back</button> ${reader} has `
              : me
                ? html`<button lv-click=${() => this.set(book, me)}>Borrow</button> `
                : ''
          }${book}</li>`,
      )}</ul>`
  }
}
