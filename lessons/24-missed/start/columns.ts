/** The columns of the board, and the form that fills them. */
import { each, html, LiveComponent, type LiveEvent, mount } from 'telar'
import { OrderCard, View } from './card.ts'
import { readBook, writeBook } from './kitchen.ts'
import { advance, COLUMNS, nextId, type Order, type Placed, placed } from './orders.ts'
import { Panel } from './panel.ts'

export class Columns extends LiveComponent {
  orders: Order[] = []
  reads = 0
  view: 'work' | 'wall' = 'work'

  start() {
    this.load()
  }

  /** All orders at once, out of the book. */
  load() {
    this.orders = readBook()
    this.reads += 1
  }

  connected() {
    this.subscribe(placed, (order) => this.put(order))
  }

  put({ column, ...order }: Placed) {
    const others = this.orders.filter(({ id }) => id !== order.id)
    this.orders = column === 'served' ? others : [...others, { ...order, column }]
  }

  move(id: string) {
    const order = this.orders.find((one) => one.id === id)
    if (order) this.tell(advance(order) ?? { ...order, column: 'served' })
  }

  take({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    if (dish === '') return
    this.tell({ id: nextId(), table: Number(form?.table), dish, column: 'new' })
  }

  tell(order: Placed) {
    writeBook(order)
    this.publish(placed, order)
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
      <p id="reads">The book was read ${this.reads} times</p>
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
