import { each, html, LiveComponent } from 'telar'
import { evening } from './orders.ts'

export default class Golf extends LiveComponent {
  orders = evening()

  reverse() {
    this.orders.reverse()
  }

  later() {
    const first = this.orders.shift()
    if (first) this.orders.push(first)
  }

  change() {
    this.orders[4]!.dish = 'Stew'
  }

  getTemplate() {
    return html`<h1>Orders of the evening</h1>
      <button lv-click=${this.reverse}>Turn round</button>
      <button lv-click=${this.later}>First one last</button>
      <button lv-click=${this.change}>Stew for the fifth</button>
      <ol>
        ${each(
          this.orders,
          (_, place) => place,
          (order) => html`<li>${order.dish}, table ${order.table}</li>`,
        )}
      </ol>`
  }
}
