import { html, LiveComponent } from 'telar'
import { measure, type Reading, readings } from './feed.ts'

export class Ovens extends LiveComponent {
  total = 0
  degrees = [0, 0, 0, 0]
  isOn = false

  connected() {
    this.subscribe(readings, (batch) => this.hear(batch))
    this.every(100, () => {
      if (this.isOn) this.send(10)
    })
  }

  send(count: number) {
    this.publish(readings, measure(this.total, count))
  }

  last = 0

  hear(batch: Reading[]) {
    if (this.now() - this.last < 100) return
    this.last = this.now()
    this.total += batch.length
    for (const { oven, degrees } of batch) this.degrees[oven - 1] = degrees
    this.push('reading', batch.at(-1), { newest: true })
  }

  getTemplate() {
    return html`<section aria-label="Ovens">
      <h2>Ovens</h2>
      <button aria-pressed=${this.isOn} lv-click=${() => (this.isOn = !this.isOn)}>Measure</button>
      <button lv-click=${() => this.send(500)}>Send 500 readings</button>
      <p>${this.total} readings so far</p>
      <ul>
        ${this.degrees.map((degrees, i) => html`<li>Oven ${i + 1}: ${degrees} °C</li>`)}
      </ul>
    </section>`
  }
}
