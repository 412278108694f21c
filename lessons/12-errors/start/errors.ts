import { html, LiveComponent, type LiveEvent } from 'telar'

interface Reader {
  name: string
  email: string
  age: number
}

const readers = ['ada@example.org']

export default class Library extends LiveComponent {
  problem = ''
  welcome = ''

  send({ form }: LiveEvent) {
    const reader = { name: String(form.name), email: String(form.email), age: Number(form.age) }
    this.problem = wrongWith(reader)
    if (!this.problem) this.join(reader)
  }

  join({ name }: Reader) {
    this.welcome = `Welcome, ${name}.`
  }

  getTemplate() {
    return html`<main>
      <h1>A card for the library</h1>
      <form novalidate lv-submit=${this.send}>
        <p role="alert">${this.problem}</p>
        <label>Name <input name="name" /></label>
        <label>E-mail <input type="email" name="email" /></label>
        <label>Age <input type="number" name="age" /></label>
        <button>Get a card</button>
      </form>
      <p role="status">${this.welcome}</p>
    </main>`
  }
}

function wrongWith({ name, email, age }: Reader): string {
  if (!name) return 'Enter your name.'
  if (!/.@./.test(email)) return 'Enter an e-mail address.'
  if (readers.includes(email)) return 'This address has a card already.'
  if (!(age >= 6)) return 'Enter your age, from 6 on.'
  return ''
}
