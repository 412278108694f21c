import { html, LiveComponent } from 'telar'

// Prices in cents.
const ROLL = 40
const LOAF = 320

// One more handler keeps the copy of the sum, and the others know nothing of the evening.
export default class Till extends LiveComponent {
  rolls = 2
  loaves = 1
  evening = false
  bill = 'Rolls: 2, loaves: 1'
  total = '4.00'

  addRoll() {
    this.rolls += 1
    this.bill = `Rolls: ${this.rolls}, loaves: ${this.loaves}`
    this.total = euros(this.rolls * ROLL + this.loaves * LOAF)
  }

  addLoaf() {
    this.loaves += 1
    this.bill = `Rolls: ${this.rolls}, loaves: ${this.loaves}`
    this.total = euros(this.rolls * ROLL + this.loaves * LOAF)
  }

  halve() {
    this.evening = true
    this.total = euros((this.rolls * ROLL + this.loaves * LOAF) / 2)
  }

  getTemplate() {
    return html`<h1>Bakery</h1>
      <p>${this.bill}</p>
      <output>${this.total}</output>
      <p>
        <button lv-click=${this.addRoll}>Add a roll</button>
        <button lv-click=${this.addLoaf}>Add a loaf</button>
        <button lv-click=${this.halve}>Evening: half price</button>
      </p>`
  }
}

// 320 → "3.20"
const euros = (cents: number) => (cents / 100).toFixed(2)
