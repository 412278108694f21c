/** The calls as a map by number, the newest on top. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Calls extends LiveComponent {
  open = new Map<number, string>()
  last = 0

  getTemplate() {
    const rows = [...this.open].reverse()
    return html`<section>
      <form lv-submit=${this.ring}>
        <label>Call <input name="text" value="Water for table 2" required /></label>
        <button>Ring</button>
      </form>
      <h2>${this.open.size} calls</h2>
      <ol>${rows.map(([number, text]) => html`<li><button lv-click=${() => this.open.delete(number)}>Done</button> ${text}</li>`)}</ol>
    </section>`
  }

  ring(event: LiveEvent) {
    this.open.set(++this.last, String(event.form?.text))
  }
}
