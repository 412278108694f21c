/** The schema comes from a library. */
import { form, html, LiveComponent } from 'telar'
import { z } from 'zod'

const Card = z.object({
  name: z.string().min(1, 'Enter your name.'),
  email: z.string().regex(/.@./, 'Enter an e-mail address.'),
  age: z.number({ message: 'Enter your age, from 6 on.' }).min(6, 'Enter your age, from 6 on.'),
})

const readers = ['ada@example.org']

export default class Desk extends LiveComponent {
  asked = form(Card, { initial: { name: '', email: '' } })
  welcomed = ''

  give({ name, email }: z.output<typeof Card>) {
    if (readers.includes(email)) {
      this.asked.setError('email', 'This address has a card already.')
      return
    }
    this.welcomed = name
    this.asked.reset()
  }

  getTemplate() {
    const { asked, welcomed } = this
    return html`<h1>A card for the library</h1>
      <p role="status">${welcomed ? `Welcome, ${welcomed}.` : ''}</p>
      <form novalidate lv-submit=${asked.submit(this.give)}>
        <p><label for="age">Age</label> <input id="age" type="number" ${asked.field('age')} /> ${asked.error('age')}</p>
        <p><label for="name">Name</label> <input id="name" ${asked.field('name')} /> ${asked.error('name')}</p>
        <p><label for="mail">E-mail</label> <input id="mail" type="email" ${asked.field('email')} /> ${asked.error('email')}</p>
        <button>Get a card</button>
      </form>`
  }
}
