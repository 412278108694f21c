import { each, html, LiveComponent } from 'telar'

interface Price {
  name: string
  cents: number
}

export class Prices extends LiveComponent {
  static sharedView = true
  prices: Price[] = [
    { name: 'Linen', cents: 1200 },
    { name: 'Wool', cents: 900 },
  ]

  connected() {
    this.subscribe<Price>('prices', ({ name, cents }) => {
      const price = this.prices.find((one) => one.name === name)
      if (price) price.cents = cents
    })
  }

  getTemplate() {
    return html`<main><ul>${each(
      this.prices,
      (price) => price.name,
      (price) => html`<li>${price.name}: ${price.cents / 100}</li>`,
    )}</ul></main>`
  }
}
