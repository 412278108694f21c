/** A set in place of a list, and the looks of the box in getters. */
import { html, LiveComponent } from 'telar'

const THINGS = ['Coffee', 'Bread', 'Jam']

export default class Tray extends LiveComponent {
  tray = new Set<string>()
  ordered = 0

  get isFull() {
    return THINGS.every((thing) => this.tray.has(thing))
  }

  flip(thing: string) {
    if (!this.tray.delete(thing)) this.tray.add(thing)
  }

  flipAll() {
    this.tray = new Set(this.isFull ? [] : THINGS)
  }

  order() {
    this.ordered = this.tray.size
    this.tray.clear()
  }

  getTemplate() {
    const { size } = this.tray
    return html`<h1>Breakfast in bed</h1>
      <p><label>On the tray: ${size} <meter min="0" max="3" value=${size}></meter></label></p>
      <p>${THINGS.map(
        (thing) =>
          html`<label><input type="checkbox" checked=${this.tray.has(thing)} lv-change=${() => this.flip(thing)} /> ${thing}</label>`,
      )}</p>
      <label><input type="checkbox" checked=${this.isFull} .indeterminate=${!this.isFull && size > 0} lv-change=${this.flipAll} /> Everything</label>
      <button disabled=${!size} lv-click=${this.order}>Order</button>
      <p role="status">On its way: ${this.ordered}</p>`
  }
}
