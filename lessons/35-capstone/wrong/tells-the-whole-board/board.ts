import { type Cursor, each, html, LiveComponent, type LiveEvent } from 'telar'
import { advance, COLUMNS, type Order, placed, readBook, writeBook } from './orders.ts'

export default class Board extends LiveComponent {
  orders: Order[] = []
  seen: Cursor = ''
  looksFor = ''

  start() {
    this.load()
  }

  connected() {
    this.track('capstone:here', {})
    this.subscribe(
      placed,
      (orders, _topic, cursor) => {
        this.orders = orders
        this.seen = cursor
      },
      { after: this.seen, gap: () => this.load() },
    )
  }

  load() {
    this.orders = readBook()
  }

  put(order: Order) {
    const others = this.orders.filter(({ id }) => id !== order.id)
    this.orders = order.column === 'Served' ? others : [...others, order]
  }

  add({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    if (dish !== '') this.tell({ id: crypto.randomUUID(), dish, column: 'New' })
  }

  tell(order: Order) {
    writeBook(order)
    this.publish(placed, readBook())
  }

  getTemplate() {
    return html`<div><header><h1>Orders</h1>
      <p>${this.present('capstone:here').length} here</p>
      <form lv-submit=${this.add}>
        <label>Dish <input name="dish" value=${''} /></label> <button>Add</button>
      </form>
      <label>Find <input lv-input=${({ value }: LiveEvent) => (this.looksFor = value ?? '')} /></label></header>
      <main class="columns">
        ${COLUMNS.map((column) => html`<section aria-label=${column}><h2>${column}</h2><ul>${this.cards(column)}</ul></section>`)}
      </main></div>`
  }

  cards(column: Order['column']) {
    const wanted = this.looksFor.toLowerCase()
    return each(
      this.orders.filter((order) => order.column === column && order.dish.toLowerCase().includes(wanted)),
      ({ id }) => id,
      (order) => html`<li class="card">
        <h3>${order.dish}</h3>
        <label>Note <span class="sr">for ${order.dish}</span> <input /></label>
        <button lv-click=${() => this.tell(advance(order))}>Move <span class="sr">${order.dish}</span></button>
      </li>`,
    )
  }
}
