import { form, html, LiveComponent } from 'telar'
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
    if (readers.includes(email))
      return this.card.setError('email', 'This address has a card already.')
    this.welcome = `Welcome, ${name}.`
    this.card.reset()
  }

  getTemplate() {
    const { card } = this
    return html`<main>
      <h1>A card for the library</h1>
      <form novalidate lv-submit=${card.submit(this.join)}>
        <label>Name <input ${card.field('name')} /></label>
        ${card.error('name')}
        <label>E-mail <input type="email" ${card.field('email')} /></label>
        ${card.error('email')}
        <label>Age <input type="number" ${card.field('age')} /></label>
        <button>Get a card</button>
      </form>
      <p role="status">${this.welcome}</p>
    </main>`
  }
}
