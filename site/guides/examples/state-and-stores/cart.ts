import { BiMap, html, LiveComponent } from 'telar'

export class Cart extends LiveComponent {
  amounts = new Map<string, number>()
  seats = new BiMap<string, number>()
  opened = new Date(this.now())
  // Not state: a private field is made again by the constructor.
  readonly #prices = { linen: 12, wool: 9 }

  add(product: 'linen' | 'wool') {
    this.amounts.set(product, (this.amounts.get(product) ?? 0) + 1)
  }

  getTemplate() {
    const total = [...this.amounts].reduce(
      (sum, [product, amount]) => sum + amount * this.#prices[product as 'linen' | 'wool'],
      0,
    )
    return html`<main>
      <p>Total: ${total}</p>
      <button lv-click=${() => this.add('linen')}>Linen</button>
      <button lv-click=${() => this.add('wool')}>Wool</button>
    </main>`
  }
}
