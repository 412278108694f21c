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
    if (readers.includes(reader.email)) this.problem = 'This address has a card already.'
    else this.join(reader)
  }

  join({ name }: Reader) {
    this.welcome = `Welcome, ${name}.`
  }

  getTemplate() {
    return html`<main>
      <h1>A card for the library</h1>
      <form lv-submit=${this.send}>
        <p role="alert">${this.problem}</p>
        <label>Name <input name="name" required /></label>
        <label>E-mail <input type="email" name="email" required /></label>
        <label>Age <input type="number" name="age" min="6" required /></label>
        <button>Get a card</button>
      </form>
      <p role="status">${this.welcome}</p>
    </main>`
  }
}
