import { classes, each, html, LiveComponent, toggle, toggleClass } from 'telar'
import { ORDERS, type Order } from './orders.ts'

export default class Board extends LiveComponent {
  orders = structuredClone(ORDERS) as Order[]

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
    return html`<article id="about-${id}" class=${classes({ urgent: isUrgent })} aria-label=${dish}>
      <h2>${dish} × ${portions}</h2>
      <p>Table ${table}, ${column}</p>
      <button lv-do-click=${toggle(`#about-${id} > .wish`)}>Wish <span class="sr">for ${dish}</span></button>
      <p class="wish" hidden>${wish}</p>
      <button lv-busy lv-click=${() => this.cook(order)}>Cook <span class="sr">${dish}</span></button>
      <button lv-busy lv-click=${() => this.more(order)}>One more <span class="sr">${dish}</span></button>
      <button
        lv-do-click=${[toggleClass('urgent', `#about-${id}`)]}
        lv-click=${() => this.mark(order)}
      >
        Urgent <span class="sr">${dish}</span>
      </button>
    </article>`
  }
}
