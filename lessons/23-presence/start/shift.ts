/** Who is in the kitchen. So far each visitor knows only of themselves. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Shift extends LiveComponent {
  name = ''

  begin({ form }: LiveEvent) {
    this.name = String(form?.name ?? '').trim()
  }

  end() {
    this.name = ''
  }

  getTemplate() {
    return html`<aside aria-label="Shift">
      <h2>On shift: ${this.name ? 1 : 0}</h2>
      <p>${this.name}</p>
      ${
        this.name
          ? html`<button lv-click=${this.end}>End shift</button>`
          : html`<form lv-submit=${this.begin}>
              <label>Your name <input name="name" value="Ana" required /></label>
              <button>Begin shift</button>
            </form>`
      }
    </aside>`
  }
}
