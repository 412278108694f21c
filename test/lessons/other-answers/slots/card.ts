/** Two literals: nothing among the tools has to outlive the change. */
import { html, LiveComponent, provided } from 'telar'
// @ts-expect-error It lies beside the answer when it runs.
import type { Order } from './orders.ts'

export const View = provided<'work' | 'wall'>('view', 'work')

const VERBS: Record<string, string> = { new: 'Cook', cooking: 'Ready', ready: 'Serve' }

export class OrderCard extends LiveComponent<{ order: Order; onMove: (id: string) => void }> {
  note = ''

  write(event: { value: string }) {
    this.note = event.value
  }

  getTemplate() {
    const { order, onMove } = this.props
    if (this.inject(View) === 'wall')
      return html`<article class="card"><h3>${order.dish}</h3><p>Table ${order.table} <b>${this.note}</b></p></article>`
    return html`<article class="card">
      <h3>${order.dish}</h3>
      <p>Table ${order.table} <b>${this.note}</b></p>
      <label>Note <input value=${this.note} lv-change=${this.write} /></label>
      <button lv-click=${() => onMove(order.id)}>${VERBS[order.column]} <span class="sr">${order.dish}</span></button>
    </article>`
  }
}
