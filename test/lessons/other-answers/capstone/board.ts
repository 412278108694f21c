/** Cards are components with a note of their own. */
import { each, html, LiveComponent, type LiveEvent, mount, topic } from 'telar'

interface Order {
  id: string
  dish: string
  column: string
}

const COLUMNS = ['New', 'Cooking', 'Ready']
const book = new Map<string, Order>()
const changed = topic<Order>('kanban:order')
let last = 0

class Card extends LiveComponent<{ order: Order; onMove: (order: Order) => void }> {
  note = ''
  getTemplate() {
    const { order, onMove } = this.props
    return html`<h3>${order.dish}</h3>
      <label>Note for ${order.dish} <input value=${this.note} lv-change=${(e: { value: string }) => (this.note = e.value)} /></label>
      <button lv-click=${() => onMove(order)}>Move ${order.dish}</button>`
  }
}

export default class Board extends LiveComponent {
  orders: Order[] = []
  seen = ''
  dish = ''
  find = ''

  start() {
    this.load()
  }

  load() {
    this.orders = [...book.values()]
  }

  connected() {
    this.track('kanban:here', {})
    this.subscribe(
      changed,
      (order, _topic, cursor) => {
        this.seen = cursor
        const others = this.orders.filter((one) => one.id !== order.id)
        this.orders = order.column === 'served' ? others : [...others, order]
      },
      { after: this.seen, gap: () => this.load() },
    )
  }

  add({ form }: LiveEvent) {
    const dish = String(form?.dish ?? '').trim()
    this.dish = ''
    if (dish === '') return
    last += 1
    this.tell({ id: `o${last}`, dish, column: 'New' })
  }

  move(order: Order) {
    this.tell({ ...order, column: COLUMNS[COLUMNS.indexOf(order.column) + 1] ?? 'served' })
  }

  tell(order: Order) {
    if (order.column === 'served') book.delete(order.id)
    else book.set(order.id, order)
    this.publish(changed, order)
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${this.present('kanban:here').length} here</p>
      <form lv-submit=${this.add}>
        <label>Dish <input name="dish" value=${this.dish} lv-input=${(e: { value: string }) => (this.dish = e.value)} /></label>
        <button>Add</button>
      </form>
      <label>Find <input value=${this.find} lv-input=${(e: { value: string }) => (this.find = e.value)} /></label>
      <main>${COLUMNS.map((column) => html`<section aria-label=${column}><h2>${column}</h2><ul>${this.cards(column)}</ul></section>`)}</main>`
  }

  cards(column: string) {
    return each(
      this.orders.filter(
        (o) => o.column === column && o.dish.toLowerCase().includes(this.find.toLowerCase()),
      ),
      (o) => o.id,
      (o) => html`<li>${mount(Card, { key: o.id, order: o, onMove: this.move })}</li>`,
    )
  }
}
