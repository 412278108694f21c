import { each, form, html, LiveComponent, type LiveEvent } from 'telar'
import { PLAYS, reserve, SEATS_LEFT } from './office.ts'
import { rules } from './rules.ts'

interface Booking {
  name: string
  email: string
  seats: number
}

const Booking = rules<Booking>({
  name: (name) => !name?.trim() && 'Enter your name.',
  email: (email) => !/.@./.test(email) && 'Enter an e-mail address.',
  seats: (seats) => !(seats >= 1 && seats <= 4) && 'Choose 1 to 4 seats.',
})

export default class BoxOffice extends LiveComponent {
  word = this.session.params.word ?? ''
  booking = form(Booking, { initial: { name: '', email: '', seats: undefined } })
  booked: string[] = []

  paramsChanged({ word = '' }: { word?: string }) {
    this.word = word
  }

  look({ value }: LiveEvent) {
    this.find(value)
  }

  send({ form }: LiveEvent) {
    this.find(String(form.word))
  }

  find(word: string) {
    this.patch(`?word=${encodeURIComponent(word)}`, { replace: true })
  }

  async book({ name, seats }: Booking) {
    if (seats > SEATS_LEFT) {
      this.booking.setError('seats', `Only ${SEATS_LEFT} seats are left.`)
      return
    }
    await reserve(seats)
    this.booked.push(`${name}, ${seats} seats`)
    this.booking.reset()
  }

  getTemplate() {
    return html`<main>
      <h1>Box office</h1>
      ${this.search()}
      ${this.order()}
      <h2>Booked</h2>
      ${this.booked.map((line) => html`<p>${line}</p>`)}
    </main>`
  }

  search() {
    const plays = PLAYS.filter((play) => play.toLowerCase().includes(this.word.toLowerCase()))
    return html`<form role="search" lv-submit=${this.send}>
        <label>Play
          <input type="search" name="word" value=${this.word}
            lv-input=${this.look} />
        </label>
      </form>
      <ul>${each(
        plays,
        (play) => play,
        (play) => html`<li>${play}</li>`,
      )}</ul>`
  }

  order() {
    const { booking } = this
    return html`<form novalidate lv-submit=${booking.submit(this.book)}>
      <label>Name <input ${booking.field('name')} /></label> ${booking.error('name')}
      <label>E-mail <input type="email" ${booking.field('email')} /></label>
      ${booking.error('email')}
      <label>Seats <input type="number" ${booking.field('seats')} /></label>
      ${booking.error('seats')}
      <p><button lv-busy="Booking…">Book</button></p>
    </form>`
  }
}
