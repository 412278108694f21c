import { html, LiveComponent } from 'telar'

export default class Board extends LiveComponent {
  getTemplate() {
    return html`<h1>Orders</h1>`
  }
}
