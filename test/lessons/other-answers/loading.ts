/** The views stand in the template, and the button is busy by its own text. */
import { html, LiveComponent, load } from 'telar'
// @ts-expect-error It lies beside the answer when it runs.
import { departures, report } from './timetable.ts'

export default class Departures extends LiveComponent {
  at = 'Castle'
  reports = 0
  times = load<string[]>((signal: AbortSignal) => departures(this.at, signal))

  going(stop: string) {
    return () => {
      this.at = stop
      this.times.reload()
    }
  }

  async late() {
    await report()
    this.reports += 1
  }

  getTemplate() {
    const { state, value } = this.times
    return html`<h1>${this.at}</h1>
      ${state === 'loading' ? html`<div role="status">One moment…</div>` : null}
      ${state === 'failed' ? html`<div role="alert">Nothing is known of this stop. <button lv-click=${this.times.reload}>Ask again</button></div>` : null}
      ${state === 'done' ? html`<ol>${value?.map((time: string) => html`<li>${time}</li>`)}</ol>` : null}
      <button lv-click=${this.going('Castle')}>Castle</button>
      <button lv-click=${this.going('Harbour')}>Harbour</button>
      <button lv-click=${this.going('Bridge')}>Bridge</button>
      <p>${this.reports} reports <button lv-busy="On its way…" lv-click=${this.late}>A bus is late</button></p>`
  }
}
