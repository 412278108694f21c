/** The list, sorted in place. */
import { each, html, LiveComponent, mount, sendToAllLayouts } from 'telar'
// @ts-expect-error It lies beside the answer when it runs.
import { PARCELS, type Parcel } from './parcels.ts'
import { Row } from './row.ts'

export class Shelf extends LiveComponent {
  parcels = [...PARCELS]
  folded = false

  sort() {
    this.parcels.sort((a, b) => a.flat - b.flat)
  }

  fold() {
    this.folded = !this.folded
  }

  handOver(parcel: Parcel) {
    this.parcels = this.parcels.filter(({ id }) => id !== parcel.id)
    sendToAllLayouts(`Flat ${parcel.flat} got a parcel from ${parcel.from}`)
  }

  getTemplate() {
    return html`<h2>${this.parcels.length} parcels waiting</h2>
      <button lv-click=${this.sort}>By flat</button>
      <button lv-click=${this.fold}>Fold</button>
      <ul hidden=${this.folded}>${each(
        this.parcels,
        (parcel) => parcel.id,
        (parcel) =>
          html`<li>${mount(Row, { key: parcel.id, parcel, onHandOver: this.handOver })}</li>`,
      )}</ul>`
  }
}
