/** Components that the server's tests serve. */
import { html, LiveComponent, page } from '../../../engine/index.ts'

export class Counter extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>${this.count}</button>`
  }
}

export class Path extends LiveComponent {
  getTemplate() {
    const { path, params, locale, identity } = this.session
    return html`<p>${path} ${JSON.stringify(params)} ${locale} ${JSON.stringify(identity)}</p>`
  }
}

export const counterPage = page('/', Counter, { title: 'A counter' })
