/** One parcel, with a remark of its own. */
import { html, LiveComponent } from 'telar'
import { type Parcel, weightOf } from './parcels.ts'

interface Props {
  parcel: Parcel
  onHandOver: (id: string) => void
}

export class ParcelRow extends LiveComponent<Props> {
  remark = ''
  weight = ''

  start() {
    this.weight = weightOf(this.props.parcel)
  }

  write(event: { value: string }) {
    this.remark = event.value
  }

  getTemplate() {
    const { parcel, onHandOver } = this.props
    return html`<div>
      <p>Flat ${parcel.flat}, from ${parcel.from}, ${this.weight} <b>${this.remark}</b></p>
      <label>Remark <input value=${this.remark} lv-change=${this.write} /></label>
      <button lv-click=${() => onHandOver(parcel.id)}>Hand over</button>
    </div>`
  }
}
