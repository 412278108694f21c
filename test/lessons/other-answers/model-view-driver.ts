/** One field holds the basket, and the sum has a getter. */
import { html, LiveComponent } from 'telar'

const PRICES = { roll: 40, loaf: 320 }

export default class Shop extends LiveComponent {
  basket = { roll: 2, loaf: 1 }
  share = 1

  put(thing: 'roll' | 'loaf', by: number) {
    this.basket[thing] = Math.max(0, this.basket[thing] + by)
  }

  get cents() {
    return (this.basket.roll * PRICES.roll + this.basket.loaf * PRICES.loaf) * this.share
  }

  getTemplate() {
    const { roll, loaf } = this.basket
    return html`<h1>Bakery</h1>
      <p>Rolls: ${roll}, loaves: ${loaf}</p>
      <output>${(this.cents / 100).toFixed(2)}</output>
      <ul>
        <li><button lv-click=${() => this.put('roll', 1)}>Add a roll</button></li>
        <li><button lv-click=${() => this.put('roll', -1)}>Take back a roll</button></li>
        <li><button lv-click=${() => this.put('loaf', 1)}>Add a loaf</button></li>
        <li><button lv-click=${() => {
          this.share = 0.5
        }}>Evening: half price</button></li>
      </ul>`
  }
}
