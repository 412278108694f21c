/** Only the weight can fail: it is a component of its own in the row. */
import { html, LiveComponent, mount } from 'telar'
// @ts-expect-error It lies beside the answer when it runs.
import { type Parcel, weightOf } from './parcels.ts'

export class Row extends LiveComponent<{ parcel: Parcel; onHandOver: (parcel: Parcel) => void }> {
  remark = ''

  write({ value }: { value: string }) {
    this.remark = value
  }

  getTemplate() {
    const { parcel, onHandOver } = this.props
    return html`<p>Flat ${parcel.flat}, from ${parcel.from}, ${mount(Weight, { parcel })} <b>${this.remark}</b></p>
      <label>Remark <input value=${this.remark} lv-input=${this.write} /></label>
      <button lv-click=${() => onHandOver(parcel)}>Hand over</button>`
  }
}

export class Weight extends LiveComponent<{ parcel: Parcel }> {
  weight = ''

  start() {
    this.weight = weightOf(this.props.parcel)
  }

  getTemplate() {
    return html`<span>${this.weight}</span>`
  }

  fallback(error: Error, retry: () => void) {
    return html`<em>${error.message}</em> <button lv-click=${retry}>Try again</button>`
  }
}
