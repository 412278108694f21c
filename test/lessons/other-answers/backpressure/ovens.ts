/** What is hot is an object, and a row is its entry. */
import { each, html, LiveComponent } from 'telar'
import { measure, type Reading, readings } from './feed.ts'

export class Ovens extends LiveComponent {
  heat: Record<number, number> = {}
  count = 0
  isOn = false

  connected() {
    this.subscribe(readings, (batch) => this.hear(batch))
    this.every(100, () => {
      if (this.isOn) this.send(10)
    })
  }

  send(count: number) {
    this.publish(readings, measure(this.count, count))
  }

  hear(batch: Reading[]) {
    for (const reading of batch) {
      this.heat[reading.oven] = reading.degrees
      this.count += 1
    }
    this.push('reading', batch.at(-1), { newest: true })
  }

  getTemplate() {
    return html`<section aria-label="Ovens"><h2>Ovens</h2>
      <button aria-pressed=${this.isOn} lv-click=${() => (this.isOn = !this.isOn)}>Measure</button>
      <button lv-click=${() => this.send(500)}>Send 500 readings</button>
      <p>${this.count} readings so far</p>
      <ul>
        ${each(
          Object.entries(this.heat),
          ([oven]) => oven,
          ([oven, degrees]) => html`<li>Oven ${oven}: ${degrees} °C</li>`,
        )}
      </ul></section>`
  }
}
