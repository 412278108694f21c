import { each, html, LiveComponent, toggle } from 'telar'
import { type Guest, guests } from './guests.ts'

export default class Door extends LiveComponent {
  guests = guests()

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
      <button lv-do-click=${toggle(`#table-${id}`)}>Table <span class="sr">of ${name}</span></button>
      <button lv-busy="One more…" lv-click=${() => this.more(guest)}>Plus one <span class="sr">for ${name}</span></button>
      <b id="table-${id}" hidden>Seat ${table}</b>
    </li>`
  }
}
