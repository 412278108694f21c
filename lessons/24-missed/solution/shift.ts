/** Who is in the kitchen, by name; somebody with two tabs counts once. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Shift extends LiveComponent {
  name = ''
  #leave = () => {}

  connected() {
    this.join()
  }

  begin({ form }: LiveEvent) {
    this.name = String(form?.name ?? '').trim()
    this.join()
  }

  end() {
    this.name = ''
    this.join()
  }

  join() {
    this.#leave()
    this.#leave = this.name ? this.track('kitchen:shift', { name: this.name }) : () => {}
  }

  getTemplate() {
    const present = this.present<{ name: string }>('kitchen:shift')
    const names = [...new Set(present.map(({ name }) => name))].sort()
    return html`<aside aria-label="Shift">
      <h2>On shift: ${names.length}</h2>
      <p>${names.join(', ')}</p>
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
