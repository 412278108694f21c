/** One method for all three: a beginning, an end, the next process. */
/** Who is in the kitchen. So far each visitor knows only of themselves. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Shift extends LiveComponent {
  name = ''
  #stop: (() => void) | undefined

  connected() {
    this.#here()
  }

  begin({ form }: LiveEvent) {
    this.name = String(form?.name ?? '').trim()
    this.#here()
  }

  end() {
    this.name = ''
    this.#stop?.()
    this.#stop = undefined
  }

  #here() {
    this.#stop?.()
    if (this.name) this.#stop = this.track('kitchen:shift', { name: this.name })
  }

  getTemplate() {
    const people = [
      ...new Set(this.present<{ name: string }>('kitchen:shift').map(({ name }) => name)),
    ]
    return html`<aside aria-label="Shift">
      <h2>On shift: ${people.length}</h2>
      <p>${people.join(', ')}</p>
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
