import { html, LiveComponent } from 'telar'

// Prices in cents.
const ROLL = 40
const LOAF = 320

// A basket can’t hold fewer rolls than none.
export default class Till extends LiveComponent {
  rolls = 2
  loaves = 1
  evening = false

  addRoll() {
    this.rolls += 1
  }

  addLoaf() {
    this.loaves += 1
  }

  halve() {
    this.evening = true
  }

  takeRoll() {
    this.rolls -= 1
  }

  getTemplate() {
    const full = this.rolls * ROLL + this.loaves * LOAF
    const total = this.evening ? full / 2 : full
    return html`<h1>Bakery</h1>
      <p>Rolls: ${this.rolls}, loaves: ${this.loaves}</p>
      <output>${euros(total)}</output>
      <p>
        <button lv-click=${this.addRoll}>Add a roll</button>
        <button lv-click=${this.addLoaf}>Add a loaf</button>
        <button lv-click=${this.takeRoll}>Take back a roll</button>
        <button lv-click=${this.halve}>Evening: half price</button>
      </p>`
  }
}

// 320 → "3.20"
const euros = (cents: number) => (cents / 100).toFixed(2)
