/** One order on the board, with a note of its own. */
import { html, LiveComponent } from 'telar'
import type { Order } from './orders.ts'

const VERBS = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

let note = ''

export class OrderCard extends LiveComponent<{ order: Order; onMove: (id: string) => void }> {

  write(event: { value: string }) {
    note = event.value
  }

  getTemplate() {
    const { order, onMove } = this.props
    return html`<article class="card">
      <h3>${order.dish}</h3>
      <p>Table ${order.table} <b>${note}</b></p>
      <label>Note <input value=${note} lv-change=${this.write} /></label>
      <button lv-click=${() => onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>
    </article>`
  }
}
