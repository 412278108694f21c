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
      (order, _topic, cursor) => {
        this.put(order)
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
    const at = this.orders.findIndex(({ id }) => id === order.id)
    if (order.column === 'Served') this.orders = others
    else if (at < 0) this.orders.push(order)
    else this.orders[at] = order
  }

  add({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    if (dish !== '') this.tell({ id: `${this.session.id}/${this.id()}`, dish, column: 'New' })
  }

  find({ value }: LiveEvent) {
    this.looksFor = value ?? ''
  }

  tell(order: Order) {
    writeBook(order)
    this.publish(placed, order)
  }

  getTemplate() {
    return html`<div><header><h1>Orders</h1>
      <p>${this.present('capstone:here').length} here</p>
      <form lv-submit=${this.add}>
        <label>Dish <input name="dish" value=${''} /></label> <button>Add</button>
      </form>
      <label>Find <input lv-input=${this.find} /></label></header>
      <main class="columns">
        ${COLUMNS.map((column) => html`<div role="region" aria-labelledby="c-${column}"><h2 id="c-${column}">${column}</h2><ul>${this.cards(column)}</ul></div>`)}
      </main></div>`
  }

  cards(column: Order['column']) {
    const wanted = this.looksFor.toLowerCase()
    return each(
      this.orders.filter(
        (order) => order.column === column && order.dish.toLowerCase().includes(wanted),
      ),
      ({ id }) => id,
      (order) => html`<li class="card">
        <h3>${order.dish}</h3>
        <input aria-label="Note for ${order.dish}" />
        <button lv-click=${() => this.tell(advance(order))}>Move <span class="sr">${order.dish}</span></button>
      </li>`,
    )
  }
}
