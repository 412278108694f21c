import { html, LiveComponent, load, mount } from 'telar'
import { departures, report } from './timetable.ts'

export default class BusStop extends LiveComponent {
  stop = 'Castle'
  reports = 0

  async count() {
    await report()
    this.reports++
  }

  getTemplate() {
    return html`<nav>${['Castle', 'Harbour', 'Bridge'].map(
      (stop) => html`<button lv-click=${() => (this.stop = stop)}>${stop}</button>`,
    )}</nav>
      ${mount(Times, { key: this.stop, stop: this.stop })}
      <form lv-submit=${this.count} lv-busy><button>A bus is late</button></form>
      <output>${this.reports} reports</output>`
  }
}

class Times extends LiveComponent<{ stop: string }> {
  times = load((signal) => departures(this.props.stop, signal))

  getTemplate() {
    const { times } = this
    const list = times.state === 'done' ? times.value.join(', ') : ''
    return html`<h2>${this.props.stop}</h2>
      <p aria-busy=${times.state === 'loading'}>${times.state === 'loading' ? 'One moment' : list}</p>
      <button hidden=${times.state !== 'failed'} lv-click=${times.reload}>Try again</button>`
  }
}
