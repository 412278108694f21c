/** The columns of the board, and the form that fills them. */
import { each, html, LiveComponent, type LiveEvent, mount, topic } from 'telar'
import { OrderCard, View } from './card.ts'
import { advance, COLUMNS, nextId, ORDERS, type Order } from './orders.ts'
import { Panel } from './panel.ts'

const taken = topic<Order>('orders:taken')
const moved = topic<{ id: string; to: Order['column'] | null }>('orders:moved')

export class Columns extends LiveComponent {
  orders = ORDERS.map((order) => ({ ...order }))
  view: 'work' | 'wall' = 'work'

  connected() {
    this.subscribe(taken, (order) => {
      this.orders.push(order)
    })
    this.subscribe(moved, ({ id, to }) => {
      const order = this.orders.find((one) => one.id === id)
      if (!order) return
      if (to) order.column = to
      else this.orders.splice(this.orders.indexOf(order), 1)
    })
  }

  move(id: string) {
    const order = this.orders.find((one) => one.id === id)
    if (order) this.publish(moved, { id, to: advance(order)?.column ?? null })
  }

  take({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    if (dish) this.publish(taken, { id: nextId(), table: Number(form?.table), dish, column: 'new' })
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
