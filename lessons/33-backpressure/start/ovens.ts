/** The ovens of the kitchen. So far every reading is kept and shown. */
import { each, html, LiveComponent } from 'telar'
import { measure, type Reading, readings } from './feed.ts'

export class Ovens extends LiveComponent {
  rows: (Reading & { id: number })[] = []
  isOn = false

  connected() {
    this.subscribe(readings, (batch) => this.hear(batch))
    this.every(100, () => {
      if (this.isOn) this.send(10)
    })
  }

  send(count: number) {
    this.publish(readings, measure(this.rows.length, count))
  }

  hear(batch: Reading[]) {
    for (const reading of batch) {
      this.rows.unshift({ id: this.rows.length, ...reading })
      this.push('reading', reading)
    }
  }

  getTemplate() {
    return html`<section aria-label="Ovens">
      <h2>Ovens</h2>
      <button aria-pressed=${this.isOn} lv-click=${() => (this.isOn = !this.isOn)}>Measure</button>
      <button lv-click=${() => this.send(500)}>Send 500 readings</button>
      <p>${this.rows.length} readings so far</p>
      <ul>
        ${each(
          this.rows,
          ({ id }) => id,
          ({ oven, degrees }) => html`<li>Oven ${oven}: ${degrees} °C</li>`,
        )}
      </ul>
    </section>`
  }
}
