import { html, LiveComponent } from 'telar'

export default class Queue extends LiveComponent {
  getTemplate() {
    return html`<h1>Waiting room</h1>`
  }
}
