import { each, html, LiveComponent } from 'telar'
import { departures, report } from './timetable.ts'

const STOPS = ['Castle', 'Harbour', 'Bridge']

export default class BusStop extends LiveComponent {
  stop = 'Castle'
  late = 0
  buses: string[] = []

  async start() {
    this.buses = await departures(this.stop)
  }

  async show(stop: string) {
    this.stop = stop
    this.buses = await departures(stop)
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
      <ul>${each(
        this.buses,
        (bus) => bus,
        (bus) => html`<li>${bus}</li>`,
      )}</ul>
      <p><button lv-click=${this.tell}>A bus is late</button> ${this.late} reports</p>
    </main>`
  }
}
