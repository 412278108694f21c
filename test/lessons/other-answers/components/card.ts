/** The note stands in brackets behind the table, and is heard letter by letter. */
import { html, LiveComponent } from 'telar'
// @ts-expect-error It lies beside the answer when it runs.
import type { Order } from './orders.ts'

const VERBS: Record<string, string> = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

export class OrderCard extends LiveComponent<{ order: Order; onMove: (id: string) => void }> {
  note = ''

  write(event: { value: string }) {
    this.note = event.value
  }

  getTemplate() {
    const { order, onMove } = this.props
    return html`<article class="card">
      <h3>${order.dish}</h3>
      <p>Table ${order.table} ${this.note && `(${this.note})`}</p>
      <label>Note <input value=${this.note} lv-input=${this.write} /></label>
      <button lv-click=${() => onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>
    </article>`
  }
}
