import { html, LiveComponent } from 'telar'

// Prices in cents.
const ROLL = 40
const LOAF = 320

// The handler writes the sum into the page, past the view.
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
    const full = this.rolls * ROLL + this.loaves * LOAF
    this.driver.getDriverById('total').setText(euros(full / 2))
  }

  takeRoll() {
    if (this.rolls > 0) this.rolls -= 1
  }

  getTemplate() {
    const full = this.rolls * ROLL + this.loaves * LOAF
    return html`<h1>Bakery</h1>
      <p>Rolls: ${this.rolls}, loaves: ${this.loaves}</p>
      <output id="total">${euros(full)}</output>
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
