/** The order board of a kitchen. */
import { each, html, LiveComponent, type LiveEvent, mount } from 'telar'
import { OrderCard, screen } from './card.ts'
import { advance, COLUMNS, ORDERS, type Order } from './orders.ts'
import { Panel } from './panel.ts'

export default class Board extends LiveComponent {
  orders = [...ORDERS]

  move(id: string) {
    this.orders = this.orders.flatMap((order) => (order.id === id ? (advance(order) ?? []) : order))
  }

  take({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    if (dish === '') return
    this.orders = [
      ...this.orders,
      { id: this.id(), table: Number(form?.table), dish, column: 'new' },
    ]
  }

  changeView() {
    screen.view = screen.view === 'work' ? 'wall' : 'work'
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <button aria-pressed=${screen.view === 'wall'} lv-click=${this.changeView}>Wall view</button>
      ${mount(Panel, {
        header: html`<h2>Take an order, ${this.orders.length} on the board</h2>`,
        children: this.form(),
      })}
      <main class="columns">
        ${each(
          COLUMNS,
          (column) => column,
          (column) => html`<section><h2>${column}</h2><ul>${this.cards(column)}</ul></section>`,
        )}
      </main>`
  }

  form() {
    return html`<form lv-submit=${this.take}>
      <label>Dish <input name="dish" required /></label>
      <label>Table <input name="table" type="number" min="1" value="1" required /></label>
      <button>Add</button>
    </form>`
  }

  cards(column: Order['column']) {
    return each(
      this.orders.filter((order) => order.column === column),
      (order) => order.id,
      (order) => html`<li>${mount(OrderCard, { key: order.id, order, onMove: this.move })}</li>`,
    )
  }
}
