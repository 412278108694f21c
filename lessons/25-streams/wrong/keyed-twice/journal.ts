/** The journal of the kitchen. So far each session holds every line of it. */
import { each, html, LiveComponent, stream, topic } from 'telar'
import { type Line, linesWith, newestLines } from './kitchen.ts'

export const written = topic<Line>('kitchen:written')

export class Journal extends LiveComponent {
  lines = stream((line: Line) => line.id, { limit: 200, refill: linesWith })

  start() {
    this.lines.append(...newestLines(200))
  }

  connected() {
    this.subscribe(written, (line) => this.lines.prepend(line))
  }

  getTemplate() {
    return html`<aside aria-label="Journal">
      <h2>Journal</h2>
      <ol class="journal" tabindex="0" aria-label="Lines">${each(this.lines, (line: Line) => line.id, (line: Line) => html`<li>${line.text}</li>`)}</ol>
    </aside>`
  }
}
