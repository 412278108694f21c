/** One order on the board. */
import { html } from 'telar'
import type { Order } from './orders.ts'

const VERBS = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

export function orderCard(order: Order, onMove: (id: string) => void) {
  return html`<article class="card">
    <h3>${order.dish}</h3>
    <p>Table ${order.table}</p>
    <button lv-click=${() => onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>
  </article>`
}
