import { html, LiveComponent } from 'telar'

export default class Packing extends LiveComponent {
  getTemplate() {
    return html`<h1>To pack</h1>`
  }
}
