import { form, html, LiveComponent } from 'telar'
import { z } from 'zod'

const Booking = z.object({
  name: z.string().trim().min(1, 'Enter your name'),
  email: z.string().email('Enter an e-mail address'),
  seats: z.number({ message: 'How many seats?' }).int().min(1, 'At least 1').max(6, 'At most 6'),
  vegetarian: z.boolean(),
})

const taken = new Set(['ada@example.org'])

export class BookTable extends LiveComponent {
  booking = form(Booking, { initial: { name: '', email: '', seats: 2, vegetarian: false } })
  thanks = ''

  save({ name, email, seats }: z.output<typeof Booking>) {
    if (taken.has(email)) return this.booking.setError('email', 'This address has a booking')
    this.thanks = `${seats} seats for ${name}`
    this.booking.reset()
  }

  getTemplate() {
    const { booking } = this
    return html`<main>
      <h1>Book a table</h1>
      <form novalidate lv-submit=${booking.submit(this.save)}>
        ${booking.error()}
        <p><label for=${booking.id('name')}>Name</label>
          <input ${booking.field('name')}> ${booking.error('name')}</p>
        <p><label for=${booking.id('email')}>E-mail</label>
          <input type="email" ${booking.field('email')}> ${booking.error('email')}</p>
        <p><label for=${booking.id('seats')}>Seats</label>
          <input type="number" ${booking.field('seats')}> ${booking.error('seats')}</p>
        <p><label><input type="checkbox" ${booking.field('vegetarian')}> Vegetarian</label></p>
        <button lv-busy="Booking…">Book</button>
      </form>
      <p role="status">${this.thanks}</p>
    </main>`
  }
}
