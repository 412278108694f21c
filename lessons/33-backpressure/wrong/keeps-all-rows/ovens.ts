import { html, LiveComponent } from 'telar'
import { measure, type Reading, readings } from './feed.ts'

export class Ovens extends LiveComponent {
  rows: Reading[] = []
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
    this.rows.push(...batch)
    this.push('reading', batch.at(-1), { newest: true })
  }

  getTemplate() {
    return html`<section aria-label="Ovens">
      <h2>Ovens</h2>
      <button aria-pressed=${this.isOn} lv-click=${() => (this.isOn = !this.isOn)}>Measure</button>
      <button lv-click=${() => this.send(500)}>Send 500 readings</button>
      <p>${this.rows.length} readings so far</p>
      <ul>
        ${[1, 2, 3, 4].map((oven) => html`<li>Oven ${oven}: ${this.rows.findLast((row) => row.oven === oven)?.degrees ?? 0} °C</li>`)}
      </ul>
    </section>`
  }
}
