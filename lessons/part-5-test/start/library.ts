/** The counter of a small library. */
import { html, LiveComponent } from 'telar'
import { readLoans } from './store.ts'

export default class Library extends LiveComponent {
  loans = readLoans()

  getTemplate() {
    return html`<h1>Library</h1>`
  }
}
