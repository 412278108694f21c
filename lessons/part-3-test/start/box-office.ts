import { each, html, LiveComponent } from 'telar'
import { PLAYS } from './office.ts'

export default class BoxOffice extends LiveComponent {
  getTemplate() {
    return html`<main>
      <h1>Box office</h1>
      <ul>${each(
        PLAYS,
        (play) => play,
        (play) => html`<li>${play}</li>`,
      )}</ul>
    </main>`
  }
}
