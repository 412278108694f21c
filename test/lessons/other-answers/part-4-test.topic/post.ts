/** News is a topic, and there is no layout. */
import { each, html, LiveComponent, mount, topic } from 'telar'
import { PARCELS, type Parcel, weightOf } from './parcels.ts'

const handed = topic<string>('post:handed')

class Row extends LiveComponent<{ parcel: Parcel; give: (parcel: Parcel) => void }> {
  remark = ''
  fallback(error: Error, retry: () => void) {
    return html`<p>${error.message}</p><button lv-click=${retry}>Try again</button>`
  }
  getTemplate() {
    const { parcel, give } = this.props
    return html`<h3>Flat ${parcel.flat}</h3><p>${parcel.from}</p>${mount(Scale, { parcel })}
      <label>Remark <textarea lv-change=${(e: { value: string }) => (this.remark = e.value)}></textarea></label>
      <p>${this.remark}</p>
      <button lv-click=${() => give(parcel)}>Hand over</button>`
  }
}
class Scale extends LiveComponent<{ parcel: Parcel }> {
  weight = weightOf(this.props.parcel)
  fallback(error: Error, retry: () => void) {
    return html`<p>${error.message}</p><button lv-click=${retry}>Try again</button>`
  }
  getTemplate() {
    return html`<p>${this.weight}</p>`
  }
}
export default class Post extends LiveComponent {
  parcels = [...PARCELS]
  folded = false
  last = ''
  connected() {
    this.subscribe(handed, (text) => {
      this.last = text
    })
  }
  give(parcel: Parcel) {
    this.parcels = this.parcels.filter((p) => p.id !== parcel.id)
    this.publish(handed, `${parcel.from} → flat ${parcel.flat}`)
  }
  getTemplate() {
    return html`<h1>Waiting: ${this.parcels.length}</h1>
      <p role="status">${this.last}</p>
      <button lv-click=${() => (this.parcels = this.parcels.toSorted((a, b) => a.flat - b.flat))}>By flat</button>
      <button lv-click=${() => (this.folded = !this.folded)}>Fold</button>
      <div hidden=${this.folded}><ol>${each(
        this.parcels,
        (p) => p.id,
        (p) => html`<li>${mount(Row, { key: p.id, parcel: p, give: this.give })}</li>`,
      )}</ol></div>`
  }
}
