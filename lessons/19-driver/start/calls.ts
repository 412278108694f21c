/** What the waiters call into the kitchen, written into the page by the driver. */
import { html, LiveComponent, type LiveEvent } from 'telar'

export class Calls extends LiveComponent {
  async call({ form }: LiveEvent) {
    this.driver.getDriverById('calls').addNode(`<li>${form?.text}</li>`)
    const count = Number(await this.driver.getText('count'))
    this.driver.getDriverById('count').setText(String(count + 1))
  }

  getTemplate() {
    return html`<aside aria-label="Calls">
      <h2>Calls: <span id="count">0</span></h2>
      <ul id="calls" class="calls"></ul>
      <form lv-submit=${this.call}>
        <label>Call <input name="text" value="Water for table 2" required /></label>
        <button>Ring</button>
      </form>
    </aside>`
  }
}
