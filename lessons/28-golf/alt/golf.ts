import { each, html, LiveComponent } from 'telar'
import { evening } from './orders.ts'

export default class Golf extends LiveComponent {
  orders = evening()

  reverse() {
    this.orders = this.orders.map((_, i, all) => all[all.length - 1 - i]!)
  }

  later() {
    const [first, ...others] = this.orders
    if (first) this.orders = [...others, first]
  }

  change() {
    this.orders = this.orders.map((order, i) => (i === 4 ? { ...order, dish: 'Stew' } : order))
  }

  getTemplate() {
    return html`<h1>Orders of the evening</h1>
      <button lv-click=${this.reverse}>Turn round</button>
      <button lv-click=${this.later}>First one last</button>
      <button lv-click=${this.change}>Stew for the fifth</button>
      <ol>
        ${each(
          this.orders,
          ({ id }) => `order-${id}`,
          (order) => html`<li>${order.dish}, table ${order.table}</li>`,
          { memo: ({ dish }) => [dish] },
        )}
      </ol>`
  }
}
