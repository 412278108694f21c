import { each, html, LiveComponent, load } from 'telar'
import { departures, report } from './timetable.ts'

const STOPS = ['Castle', 'Harbour', 'Bridge']

export default class BusStop extends LiveComponent {
  stop = 'Castle'
  late = 0
  buses = load((signal) => departures(this.stop, signal))

  show(stop: string) {
    this.stop = stop
    this.buses.reload()
  }

  async tell() {
    await report()
    this.late += 1
  }

  getTemplate() {
    return html`<main>
      <h1>${this.stop}</h1>
      <p>${each(
        STOPS,
        (stop) => stop,
        (stop) => html`<button lv-click=${() => this.show(stop)}>${stop}</button> `,
      )}</p>
      ${this.board()}
      <p>
        <button lv-click=${this.tell} lv-busy="Sending…">A bus is late</button>
        ${this.late} reports
      </p>
    </main>`
  }

  board() {
    const { state, value, reload } = this.buses
    if (state === 'loading') return html`<p role="status">Asking for the times…</p>`
    if (state === 'failed')
      return html`<p role="alert">
        No times for this stop. <button lv-click=${reload}>Try again</button>
      </p>`
    return html`<ul>${each(
      value ?? [],
      (bus) => bus,
      (bus) => html`<li>${bus}</li>`,
    )}</ul>`
  }
}
