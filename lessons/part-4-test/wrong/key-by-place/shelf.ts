/** The parcels that wait, in the order that the visitor likes. */
import { each, html, LiveComponent, mount, sendToAllLayouts } from 'telar'
import { Frame } from './frame.ts'
import { ParcelRow } from './parcel-row.ts'
import { PARCELS } from './parcels.ts'

export class Shelf extends LiveComponent {
  parcels = [...PARCELS]

  byFlat() {
    this.parcels = [...this.parcels].sort((one, other) => one.flat - other.flat)
  }

  handOver(id: string) {
    const parcel = this.parcels.find((one) => one.id === id)
    this.parcels = this.parcels.filter((one) => one !== parcel)
    if (parcel) sendToAllLayouts(`Flat ${parcel.flat} has its parcel from ${parcel.from}`)
  }

  getTemplate() {
    return html`${mount(Frame, {
      header: html`<h2>${this.parcels.length} parcels</h2>`,
      children: html`<button lv-click=${this.byFlat}>By flat</button>
        <ul>${each(
          this.parcels,
          (_, index) => index,
          (parcel) =>
            html`<li>${mount(ParcelRow, { parcel, onHandOver: this.handOver })}</li>`,
        )}</ul>`,
    })}`
  }
}
