/** One order on the board, with a note of its own. */
import { html, LiveComponent, provided } from 'telar'
import type { Order } from './orders.ts'

/** The wall screen is read from afar: no fields, no buttons. */
export const View = provided<'work' | 'wall'>('view', 'work')

const VERBS = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

export class OrderCard extends LiveComponent<{ order: Order; onMove: (id: string) => void }> {
  note = ''

  write(event: { value: string }) {
    this.note = event.value
  }

  getTemplate() {
    const { order } = this.props
    return html`<article class="card">
      <h3>${order.dish}</h3>
      <p>Table ${order.table} <b>${this.note}</b></p>
      ${this.inject(View) === 'wall' ? '' : this.tools()}
    </article>`
  }

  tools() {
    const { order, onMove } = this.props
    return html`<label>Note <input value=${this.note} lv-change=${this.write} /></label>
      <button lv-click=${() => onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>`
  }
}
