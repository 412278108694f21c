import { each, html, LiveComponent, setAttribute } from 'telar'
import { ORDERS, type Order } from './orders.ts'

export default class Board extends LiveComponent {
  orders = structuredClone(ORDERS) as Order[]

  open = ''

  show(order: Order) {
    this.open = this.open === order.id ? '' : order.id
  }

  cook(order: Order) {
    order.column = 'cooking'
  }

  more(order: Order) {
    order.portions += 1
  }

  mark(order: Order) {
    order.isUrgent = !order.isUrgent
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      ${each(
        this.orders,
        (order) => order.id,
        (order) => this.card(order),
      )}`
  }

  card(order: Order) {
    const { id, dish, table, wish, portions, column, isUrgent } = order
    return html`<article aria-label=${dish}>
      <h2>${dish} × ${portions}</h2>
      <p>Table ${table}, ${column}</p>
      <button lv-click=${() => this.show(order)}>Wish <span class="sr">for ${dish}</span></button>
      <p hidden=${this.open !== id}>${wish}</p>
      <button lv-busy="To the kitchen…" lv-click=${() => this.cook(order)}>Cook <span class="sr">${dish}</span></button>
      <button lv-busy="One more…" lv-click=${() => this.more(order)}>One more <span class="sr">${dish}</span></button>
      <button
        aria-pressed=${isUrgent}
        lv-do-click=${[setAttribute('aria-pressed', String(!isUrgent))]}
        lv-click=${() => this.mark(order)}
      >
        Urgent <span class="sr">${dish}</span>
      </button>
    </article>`
  }
}
