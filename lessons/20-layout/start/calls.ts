/** What the waiters call into the kitchen. */
import { each, html, LiveComponent, type LiveEvent } from 'telar'

interface Call {
  id: string
  text: string
}

export class Calls extends LiveComponent {
  calls: Call[] = []

  call({ form }: LiveEvent) {
    this.calls.push({ id: this.id(), text: String(form?.text) })
    this.driver.getDriverById('calls').setProperty('scrollTop', 10_000)
  }

  done(id: string) {
    this.calls = this.calls.filter((call) => call.id !== id)
  }

  getTemplate() {
    return html`<aside aria-label="Calls">
      <h2>Calls: ${this.calls.length}</h2>
      <ul id="calls" class="calls">${each(
        this.calls,
        (call) => call.id,
        (call) => html`<li>${call.text}
          <button lv-click=${() => this.done(call.id)}>Done <span class="sr">${call.text}</span></button></li>`,
      )}</ul>
      <form lv-submit=${this.call}>
        <label>Call <input name="text" value="Water for table 2" required /></label>
        <button>Ring</button>
      </form>
    </aside>`
  }
}
