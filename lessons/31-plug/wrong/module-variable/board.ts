import { each, html, LiveComponent, type LiveEvent } from 'telar'
import { ORDERS, type Order } from './orders.ts'
import { print, printed } from './printer.ts'

let served = 0

export default class Board extends LiveComponent {
  orders = structuredClone(ORDERS) as Order[]

  serve(order: Order) {
    this.orders = this.orders.filter(({ id }) => id !== order.id)
    served += 1
  }

  async cook(order: Order, event: LiveEvent) {
    order.column = 'cooking'
    await print(`${order.dish}, table ${order.table}`, event.idempotencyKey)
  }

  pull() {
    // Not at once: this press shall be answered and stored, or it would come again and pull once more.
    setTimeout(() => process.exit(1), 300)
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${served} served</p>
      ${each(
        this.orders,
        ({ id }) => id,
        (order) => this.card(order),
      )}
      <button lv-click=${this.pull}>Pull the plug</button>
      <h2>Printer</h2>
      <ol>${printed().map((ticket) => html`<li>${ticket}</li>`)}</ol>`
  }

  card(order: Order) {
    const { dish, table, column } = order
    return html`<article aria-label="${dish}, table ${table}">
      <h2>${dish}</h2>
      <p>Table ${table}, ${column}</p>
      <button lv-click=${(event: LiveEvent) => this.cook(order, event)}>
        Cook <span class="sr">${dish} for ${table}</span>
      </button>
      <button lv-click=${() => this.serve(order)}>
        Serve <span class="sr">${dish} for ${table}</span>
      </button>
    </article>`
  }
}
