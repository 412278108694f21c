import { html, LiveComponent } from 'telar'

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

  getTemplate() {
    if (this.isCounting) {
      return html`<h1>At the porter’s</h1>
        <p role="status">Counting…</p>
        <p>
          <label>Note for the porter <input /></label>
        </p>`
    }
    return html`<h1>At the porter’s</h1>
      <p role="status">${this.count && html`<strong>${this.count}</strong> parcels`}</p>
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
