import { html, LiveComponent, type LiveEvent } from 'telar'

interface Reader {
  name: string
  email: string
  age: number
}

const readers = ['ada@example.org']

export default class Library extends LiveComponent {
  problems: { [name: string]: string } = {}
  welcome = ''

  send({ form }: LiveEvent) {
    const reader = { name: String(form.name), email: String(form.email), age: Number(form.age) }
    this.problems = wrongWith(reader)
    if (Object.keys(this.problems).length === 0) this.join(reader)
  }

  join({ name }: Reader) {
    this.welcome = `Welcome, ${name}.`
  }

  field(name: string, label: string, type: string) {
    const problem = this.problems[name]
    return html`<label>${label} <input name=${name} type=${type} aria-invalid=${problem ? 'true' : null} aria-describedby="no-${name}" /></label>
      <span id="no-${name}" class="lv-error">${problem}</span>`
  }

  getTemplate() {
    return html`<main>
      <h1>A card for the library</h1>
      <form novalidate lv-submit=${this.send}>
        ${this.field('name', 'Name', 'text')}
        ${this.field('email', 'E-mail', 'email')}
        ${this.field('age', 'Age', 'number')}
        <button>Get a card</button>
      </form>
      <p role="status">${this.welcome}</p>
    </main>`
  }
}

function wrongWith({ name, email, age }: Reader) {
  const problems: { [name: string]: string } = {}
  if (!name) problems.name = 'Enter your name.'
  if (!/.@./.test(email)) problems.email = 'Enter an e-mail address.'
  else if (readers.includes(email)) problems.email = 'This address has a card already.'
  if (!(age >= 6)) problems.age = 'Enter your age, from 6 on.'
  return problems
}
