import { form, html, LiveComponent, type Rendered } from 'telar'
import { rules } from './rules.ts'

interface Reader {
  name: string
  email: string
  age: number
}

const Reader = rules<Reader>({
  name: (name) => !name && 'Enter your name.',
  email: (email) => !/.@./.test(email) && 'Enter an e-mail address.',
  age: (age) => !(age >= 6) && 'Enter your age, from 6 on.',
})

const readers = ['ada@example.org']

export default class Library extends LiveComponent {
  card = form(Reader, { initial: { name: '', email: '', age: undefined } })
  welcome = ''

  join({ name, email }: Reader) {
    if (readers.includes(email)) return this.card.setError('email', 'Somebody has this address.')
    this.welcome = `Your card is ready, ${name}.`
    this.card.reset()
  }

  row(name: keyof Reader, label: string, input: Rendered) {
    const { card } = this
    return html`<section>
      <p ${card.message(name)}>${card.errors[name]?.join(' ')}</p>
      <label for=${card.id(name)}>${label}</label>${input}
    </section>`
  }

  getTemplate() {
    const { card } = this
    return html`<main>
      <h1>A card for the library</h1>
      <form lv-submit=${card.submit(this.join)}>
        ${this.row('name', 'Name', html`<input ${card.field('name')} />`)}
        ${this.row('email', 'E-mail', html`<input ${card.field('email')} />`)}
        ${this.row('age', 'Age', html`<input type="number" min="6" ${card.field('age')} />`)}
        <button>Get a card</button>
      </form>
      <p role="status">${this.welcome}</p>
    </main>`
  }
}
