/** The seats are chosen from a list, and those that are left are a field of the class. */
import { each, form, html, LiveComponent, type LiveEvent } from 'telar'
import { z } from 'zod'
// @ts-expect-error It lies beside the answer when it runs.
import { PLAYS, reserve, SEATS_LEFT } from './office.ts'

interface Booking {
  name: string
  email: string
  seats: number
}

const Booking = z.object({
  name: z.string().min(1, 'Enter your name.'),
  email: z.string().regex(/.@./, 'Enter an e-mail address.'),
  seats: z.coerce.number().min(1, 'Choose 1 to 4 seats.').max(4, 'Choose 1 to 4 seats.'),
})

export default class BoxOffice extends LiveComponent {
  words = this.session.params.words ?? ''
  left = SEATS_LEFT
  bookings: string[] = []
  booking = form(Booking, { initial: { name: '', email: '', seats: undefined } })

  paramsChanged(params: { words?: string }) {
    this.words = params.words ?? ''
  }

  look({ value }: LiveEvent) {
    this.patch(`?${new URLSearchParams({ words: value })}`, { replace: true })
  }

  search() {}

  async book({ name, seats }: Booking) {
    if (seats > this.left) {
      this.booking.setError('seats', `Only ${this.left} seats are left.`)
      return
    }
    await reserve(seats)
    this.left -= seats
    this.bookings.push(`${name}, ${seats} seats`)
    this.booking.reset()
  }

  getTemplate() {
    const { booking } = this
    const found = (PLAYS as string[]).filter((play) =>
      play.toLowerCase().includes(this.words.toLowerCase()),
    )
    return html`<main>
      <h1>Box office</h1>
      <form role="search" lv-submit=${this.search}>
        <label>Play <input type="search" value=${this.words} lv-input=${this.look} lv-debounce="300" /></label>
      </form>
      <ul>${each(
        found,
        (play) => play,
        (play) => html`<li>${play}</li>`,
      )}</ul>
      <form novalidate lv-submit=${booking.submit(this.book)}>
        <label>Name <input ${booking.field('name')} /></label>
        ${booking.error('name')}
        <label>E-mail <input type="email" ${booking.field('email')} /></label>
        ${booking.error('email')}
        <label>Seats <select ${booking.field('seats')}><option value=""></option><option>1</option><option>2</option><option>3</option><option>4</option></select></label>
        ${booking.error('seats')}
        <button lv-busy="Booking…">Book</button>
      </form>
      <ul>${each(
        this.bookings,
        (_, index) => index,
        (text) => html`<li>${text}</li>`,
      )}</ul>
    </main>`
  }
}
