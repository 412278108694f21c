/** One order on the board, with a note of its own. */
import { html, LiveComponent } from 'telar'
import type { Order } from './orders.ts'

const VERBS = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

export class OrderCard extends LiveComponent<{ order: Order; onMove: (id: string) => void }> {
  note = ''
  order!: Order

  start() {
    this.order = this.props.order
  }

  write(event: { value: string }) {
    this.note = event.value
  }

  getTemplate() {
    const { order } = this
    return html`<article class="card">
      <h3>${order.dish}</h3>
      <p>Table ${order.table} <b>${this.note}</b></p>
      <label>Note <input value=${this.note} lv-change=${this.write} /></label>
      <button lv-click=${() => this.props.onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>
    </article>`
  }
}
