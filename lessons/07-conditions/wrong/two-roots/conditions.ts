import { html, LiveComponent } from 'telar'

// Each case has a literal of its own, with a field of its own.
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
    if (this.count === 0) return 'No parcels'
    if (this.count === 1) return '1 parcel'
    return html`<strong>${this.count}</strong> parcels`
  }

  getTemplate() {
    if (this.isCounting) {
      return html`<h1>At the porter’s</h1>
      <p role="status">Counting…</p>
      <p>
        <label>Note for the porter <input /></label>
      </p>
      <p>
        <button lv-click=${this.arrive}>Parcel arrives</button>
        <button lv-click=${this.handOut}>Hand one out</button>
        <button lv-click=${this.countAgain}>Count again</button>
      </p>`
    }
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
