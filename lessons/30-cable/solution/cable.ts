import { html, LiveComponent, svg } from 'telar'
import { delay } from './delay.ts'
import { pull, type Report } from './herd.ts'

/** A counter to lose the connection with, and two hundred tablets that lose theirs. */
export default class Cable extends LiveComponent {
  guests = 0
  report: Report | undefined

  come() {
    this.guests += 1
  }

  pull(away: number) {
    this.report = pull(away, delay, () => this.random())
  }

  getTemplate() {
    return html`<h1>Pull the cable</h1>
      <p class="offline">No connection. What you press waits here and is not lost.</p>
      <p>${this.guests} guests <button lv-click=${this.come}>One more guest</button></p>
      <h2>200 tablets</h2>
      <button lv-click=${() => this.pull(10_000)}>Server away for ten seconds</button>
      <button lv-click=${() => this.pull(60_000)}>Server away for a minute</button>
      ${this.report && chart(this.report)}`
  }
}

function chart({ tries, worst, back, inAll }: Report) {
  return html`<svg viewBox="0 0 120 60" role="img" aria-label="Tries in each second">
      ${tries.map((count, second) => bar(second, Math.min(60, count / 5)))}
    </svg>
    <ul>
      <li>First second: ${tries[0]} tries</li>
      <li>Fullest second after the return: ${worst} tries</li>
      <li>Everybody is back after ${back} seconds</li>
      <li>Tries in all: ${inAll}</li>
    </ul>`
}

const bar = (x: number, height: number) =>
  svg`<rect x=${x} y=${60 - height} width="0.8" height=${height} />`
