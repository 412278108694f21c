/** The same in one component, with a topic for the news and a boundary of its own around each row. */
import { each, html, LiveComponent, mount, topic } from 'telar'
import { PARCELS, type Parcel, weightOf } from './parcels.ts'

const handed = topic<string>('post:handed')

export default class Post extends LiveComponent {
  waiting = [...PARCELS]
  sorted = false
  open = true
  last = ''

  connected() {
    this.subscribe(handed, (text) => {
      this.last = text
    })
  }

  give(parcel: Parcel) {
    this.waiting = this.waiting.filter(({ id }) => id !== parcel.id)
    this.publish(handed, `Flat ${parcel.flat} came for the parcel from ${parcel.from}`)
  }

  getTemplate() {
    const shown = this.sorted ? this.waiting.toSorted((a, b) => a.flat - b.flat) : this.waiting
    return html`<p role="status">${this.last}</p>
      <h1>Parcels: ${this.waiting.length}</h1>
      <p>
        <button lv-click=${() => {
          this.open = !this.open
        }}>Fold</button>
        <button lv-click=${() => {
          this.sorted = true
        }}>By flat</button>
      </p>
      <ol hidden=${!this.open}>${each(
        shown,
        ({ id }) => id,
        (parcel) =>
          html`<li>${mount(Guard, { key: parcel.id, parcel, give: () => this.give(parcel) })}</li>`,
      )}</ol>`
  }
}

interface Props {
  parcel: Parcel
  give: () => void
}

class Guard extends LiveComponent<Props> {
  fallback(_error: unknown, retry: () => void) {
    return html`<p>The parcel from ${this.props.parcel.from} cannot be weighed.
      <button lv-click=${retry}>Try again</button></p>`
  }

  getTemplate() {
    return html`${mount(Row, { parcel: this.props.parcel, give: this.props.give })}`
  }
}

class Row extends LiveComponent<Props> {
  weight = weightOf(this.props.parcel)
  text = ''

  getTemplate() {
    return html`<button lv-click=${this.props.give}>Hand over</button>
      from ${this.props.parcel.from} (flat ${this.props.parcel.flat}, ${this.weight}) <i>${this.text}</i>
      <label>Remark <input lv-input=${({ value }: { value: string }) => {
        this.text = value
      }} /></label>`
  }
}
