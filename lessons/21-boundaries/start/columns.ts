/** The columns of the board, and the form that fills them. */
import { each, html, LiveComponent, type LiveEvent, mount } from 'telar'
import { OrderCard, View } from './card.ts'
import { advance, COLUMNS, ORDERS, type Order } from './orders.ts'
import { Panel } from './panel.ts'

export class Columns extends LiveComponent {
  orders = [...ORDERS]
  view: 'work' | 'wall' = 'work'

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
    this.view = this.view === 'work' ? 'wall' : 'work'
  }

  getTemplate() {
    this.provide(View, this.view)
    return html`<button aria-pressed=${this.view === 'wall'} lv-click=${this.changeView}>Wall view</button>
      ${mount(Panel, {
        header: html`<h2>Take an order, ${this.orders.length} on the board</h2>`,
        children: this.form(),
      })}
      <div class="columns">
        ${each(
          COLUMNS,
          (column) => column,
          (column) => html`<section><h2>${column}</h2><ul>${this.cards(column)}</ul></section>`,
        )}
      </div>`
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
