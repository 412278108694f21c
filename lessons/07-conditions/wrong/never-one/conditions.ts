import { html, LiveComponent } from 'telar'

// Nobody has thought of one.
export default class Parcels extends LiveComponent {
  count = 1
  isCounting = false

  arrive() {
    this.count += 1
  }

  handOut() {
    if (this.count > 0) this.count -= 1
  }

  countAgain() {
    this.isCounting = true
    this.after(2000, 'counted')
  }

  counted() {
    this.isCounting = false
  }

  shelf() {
    if (this.isCounting) return 'Counting…'
    if (this.count === 0) return 'No parcels'
    return html`<strong>${this.count}</strong> parcels`
  }

  getTemplate() {
    return html`<h1>At the porter’s</h1>
      <p role="status">${this.shelf()}</p>
      <p>
        <label>Note for the porter <input /></label>
      </p>
      <p>
        <button lv-click=${this.arrive}>Parcel arrives</button>
        <button lv-click=${this.handOut}>Hand one out</button>
        <button lv-click=${this.countAgain}>Count again</button>
      </p>`
  }
}
