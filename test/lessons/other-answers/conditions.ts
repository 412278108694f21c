/** What the porter is doing is one word, and the sentences stand in a table. */
import { html, LiveComponent } from 'telar'

export default class Shelf extends LiveComponent {
  parcels = ['from Ana']
  porter: 'here' | 'counting' = 'here'

  get line() {
    const { length } = this.parcels
    if (this.porter === 'counting') return 'Counting…'
    return ['No parcels', '1 parcel'][length] ?? `${length} parcels`
  }

  count() {
    this.porter = 'counting'
    this.after(2000, 'back')
  }

  back() {
    this.porter = 'here'
  }

  getTemplate() {
    return html`<h1>At the porter’s</h1>
      <label>Note for the porter <textarea></textarea></label>
      <div role="status">${this.line}</div>
      <button lv-click=${this.count}>Count again</button>
      <button lv-click=${() => {
        this.parcels = this.parcels.slice(1)
      }}>Hand one out</button>
      <button lv-click=${() => {
        this.parcels.push('from somebody')
      }}>Parcel arrives</button>`
  }
}
