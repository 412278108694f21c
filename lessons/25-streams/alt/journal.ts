/** The same from the oldest to the newest, with keys of its own and an answer that takes its time. */
import { each, html, LiveComponent, stream, topic } from 'telar'
import { type Line, linesWith, newestLines } from './kitchen.ts'

export const written = topic<Line>('kitchen:written')

export class Journal extends LiveComponent {
  rows = stream(({ id }: Line) => `line-${id}`, {
    limit: 200,
    refill: async (keys) => linesWith(keys.map((key) => Number(key.slice(5)))),
  })

  start() {
    this.rows.reset(newestLines(200).reverse())
  }

  connected() {
    this.subscribe(written, (line) => this.rows.append(line))
  }

  getTemplate() {
    return html`<aside aria-label="Journal">
      <h2>Journal</h2>
      <ol class="journal" tabindex="0" aria-label="Lines">${each(this.rows, (line) => html`<li>${line.text}</li>`)}</ol>
    </aside>`
  }
}
