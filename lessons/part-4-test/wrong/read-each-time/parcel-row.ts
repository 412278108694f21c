/** One parcel, with a remark of its own. */
import { html, LiveComponent } from 'telar'
import { type Parcel, weightOf } from './parcels.ts'

interface Props {
  parcel: Parcel
  onHandOver: (id: string) => void
}

export class ParcelRow extends LiveComponent<Props> {
  remark = ''

  write(event: { value: string }) {
    this.remark = event.value
  }

  getTemplate() {
    const { parcel, onHandOver } = this.props
    return html`<div>
      <p>Flat ${parcel.flat}, from ${parcel.from}, ${weightOf(parcel)} <b>${this.remark}</b></p>
      <label>Remark <input value=${this.remark} lv-change=${this.write} /></label>
      <button lv-click=${() => onHandOver(parcel.id)}>Hand over</button>
    </div>`
  }

  fallback(error: Error, retry: () => void) {
    return html`<div>
      <p role="alert">${error.message}</p>
      <button lv-click=${retry}>Try again</button>
    </div>`
  }
}
