/** The row keeps every call but its own, by identity. */
import { each, html, LiveComponent, type LiveEvent } from 'telar'

export class Calls extends LiveComponent {
  calls: { id: string; text: string }[] = []

  call({ form }: LiveEvent) {
    this.calls.push({ id: this.id(), text: String(form?.text) })
    this.driver.getDriverById('calls').setProperty('scrollTop', 10_000)
  }

  getTemplate() {
    return html`<aside aria-label="Calls">
      <h2>Calls: <span id="count">${this.calls.length}</span></h2>
      <ul id="calls" class="calls">${each(
        this.calls,
        (call) => call.id,
        (call) =>
          html`<li>${call.text} <button lv-click=${() => {
            this.calls = this.calls.filter((c) => c !== call)
          }}>Done</button></li>`,
      )}</ul>
      <form lv-submit=${this.call}>
        <label>Call <input name="text" value="Water for table 2" required /></label>
        <button>Ring</button>
      </form>
    </aside>`
  }
}
