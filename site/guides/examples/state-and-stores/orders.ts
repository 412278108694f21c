import { type Cursor, html, LiveComponent } from 'telar'

export const database = { orders: ['Linen'] }

export class Orders extends LiveComponent {
  orders: string[] = []
  seen: Cursor = ''

  connected() {
    const hear = (order: string, _topic: string, cursor: Cursor) => {
      this.orders.push(order)
      this.seen = cursor
    }
    this.subscribe<string>('orders', hear, { after: this.seen, gap: () => this.reload() })
  }

  reload() {
    this.orders = [...database.orders]
  }

  getTemplate() {
    return html`<main><p>${this.orders.join(', ')}</p></main>`
  }
}
