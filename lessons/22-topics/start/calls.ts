/** What the waiters call into the kitchen: one list for everybody who looks at it. */
import { each, html, LiveComponent, type LiveEvent, sendToAllLayouts, topic } from 'telar'

interface Call {
  id: string
  text: string
}

const called = topic<Call>('kitchen:called')
const answered = topic<string>('kitchen:answered')

let last = 0

export class Calls extends LiveComponent {
  calls: Call[] = []

  connected() {
    this.subscribe(called, (call) => {
      this.calls.push(call)
    })
    this.subscribe(answered, (id) => {
      this.calls = this.calls.filter((call) => call.id !== id)
    })
  }

  call({ form }: LiveEvent) {
    const text = String(form?.text)
    last += 1
    this.publish(called, { id: `c${last}`, text })
    sendToAllLayouts(text)
    this.driver.getDriverById('calls').setProperty('scrollTop', 10_000)
  }

  getTemplate() {
    return html`<aside aria-label="Calls">
      <h2>Calls: ${this.calls.length}</h2>
      <ul id="calls" class="calls">${each(
        this.calls,
        (call) => call.id,
        (call) => html`<li>${call.text}
          <button lv-click=${() => this.publish(answered, call.id)}>Done <span class="sr">${call.text}</span></button></li>`,
      )}</ul>
      <form lv-submit=${this.call}>
        <label>Call <input name="text" value="Water for table 2" required /></label>
        <button>Ring</button>
      </form>
    </aside>`
  }
}
