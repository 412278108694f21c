import { each, html, LiveComponent } from 'telar'
import { type Guest, guests } from './guests.ts'

export default class Door extends LiveComponent {
  guests = guests()
  open = 0

  turnRound() {
    this.guests.reverse()
  }

  more(guest: Guest) {
    guest.companions += 1
  }

  getTemplate() {
    return html`<h1>Guests</h1>
      <button lv-click=${this.turnRound}>Turn round</button>
      <ul>
        ${each(
          this.guests,
          (_, place) => place,
          (guest) => this.line(guest),
        )}
      </ul>`
  }

  line(guest: Guest) {
    const { id, name, table, companions } = guest
    return html`<li>
      ${name} and ${companions}
      <button lv-click=${() => (this.open = this.open === id ? 0 : id)}>Table <span class="sr">of ${name}</span></button>
      <button lv-click=${() => this.more(guest)}>Plus one <span class="sr">for ${name}</span></button>
      <b hidden=${this.open !== id}>Seat ${table}</b>
    </li>`
  }
}
