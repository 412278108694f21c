/** A card whose note is a field that the visitor sees only after asking for it. */
import { html, LiveComponent, type LiveEvent } from 'telar'
import type { Order } from './orders.ts'

interface Props {
  order: Order
  onMove(id: string): void
}

export class OrderCard extends LiveComponent<Props> {
  remark: string | undefined

  getTemplate() {
    const { id, dish, table, column } = this.props.order
    return html`<article class="card">
      <button lv-click=${() => this.props.onMove(id)}>
        ${column === 'ready' ? 'Serve' : column === 'new' ? 'Cook' : 'Ready'} <span class="sr">${dish}</span>
      </button>
      <h3>${dish}, table ${table}</h3>
      ${this.remark ? html`<em>${this.remark}</em>` : ''}
      <label>Note <textarea lv-input=${this.keep}>${this.remark}</textarea></label>
    </article>`
  }

  keep({ value }: LiveEvent) {
    this.remark = value
  }
}
