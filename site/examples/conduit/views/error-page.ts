/** What is shown instead of a page that does not exist, that somebody may not see, or that failed. */
import { html, LiveComponent } from 'telar'
import { BASE } from '../place.ts'
import { frame } from './frame.ts'

export class ErrorPage extends LiveComponent {
  getTemplate() {
    const { message } = this.session.params
    return frame(
      this.session,
      html`<section class="narrow">
        <h1>${message}</h1>
        <p><a lv-link href="${BASE}/">Read what is new</a> instead.</p>
      </section>`,
    )
  }
}
