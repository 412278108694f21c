/** A form: the schema says what is right, and the visitor is told when a field is left or the form is sent. */
import { form, html, LiveComponent } from 'telar'
import { z } from 'zod'

const Booking = z.object({
  name: z.string().trim().min(1, 'Enter your name'),
  email: z.string().email('Enter an e-mail address, such as ada@example.org'),
  guests: z
    .number({ required_error: 'Enter how many you are' })
    .int('Enter a whole number')
    .min(1, 'A table is for one guest at least')
    .max(8, 'For more than 8 guests, call us'),
})

type Booking = z.output<typeof Booking>

export class BookTable extends LiveComponent {
  booking = form(Booking, { initial: { name: '', email: '' } })
  booked = ''

  save({ name, guests }: Booking) {
    // Here the booking goes into your database. `this.booking.setError('email', …)` refuses it with a sentence.
    this.booked = `${name}, your table for ${guests} is booked.`
    this.booking.reset()
  }

  getTemplate() {
    const { booking } = this
    return html`<main>
      <h1>Book a table</h1>
      <form novalidate lv-submit=${booking.submit(this.save)}>
        ${booking.error()}
        <label for=${booking.id('name')}>Name</label>
        <input autocomplete="name" ${booking.field('name')}>
        ${booking.error('name')}
        <label for=${booking.id('email')}>E-mail</label>
        <input type="email" autocomplete="email" ${booking.field('email')}>
        ${booking.error('email')}
        <label for=${booking.id('guests')}>Guests</label>
        <input type="number" inputmode="numeric" ${booking.field('guests')}>
        ${booking.error('guests')}
        <button lv-busy="Booking…">Book</button>
      </form>
      <p role="status">${this.booked}</p>
    </main>`
  }
}
