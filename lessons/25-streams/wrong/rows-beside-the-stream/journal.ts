/** The journal of the kitchen: the page has the lines, the session has their numbers. */
import { each, html, LiveComponent, stream, topic } from 'telar'
import { type Line, linesWith, newestLines } from './kitchen.ts'

export const written = topic<Line>('kitchen:written')

export class Journal extends LiveComponent {
  lines = stream((line: Line) => line.id, { limit: 200, refill: linesWith })

  all: Line[] = []

  start() {
    this.all = newestLines(200)
    this.lines.append(...this.all)
  }

  connected() {
    this.subscribe(written, (line) => {
      this.all.unshift(line)
      this.lines.prepend(line)
    })
  }

  getTemplate() {
    return html`<aside aria-label="Journal">
      <h2>Journal, ${this.all.length} lines</h2>
      <ol class="journal" tabindex="0" aria-label="Lines">${each(this.lines, (line) => html`<li>${line.text}</li>`)}</ol>
    </aside>`
  }
}
