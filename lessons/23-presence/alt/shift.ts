/** The same with a list of names and no aside. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Shift extends LiveComponent {
  me: string | null = null
  #stop: (() => void) | undefined

  connected() {
    if (this.me) this.#stop = this.track('shift', this.me)
  }

  come(event: LiveEvent) {
    this.me = String(event.form?.name)
    this.#stop = this.track('shift', this.me)
  }

  go() {
    this.#stop?.()
    this.me = null
  }

  get everybody() {
    return this.present<string>('shift').filter((name, at, all) => all.indexOf(name) === at)
  }

  getTemplate() {
    const form = html`<form lv-submit=${this.come}>
      <label>Your name <input name="name" value="Ana" required /></label>
      <button>Begin shift</button>
    </form>`
    return html`<h2>${this.everybody.length} on shift</h2>
      <ul>${this.everybody.map((name) => html`<li>${name}</li>`)}</ul>
      ${this.me === null ? form : html`<button lv-click=${this.go}>End shift</button>`}`
  }
}
