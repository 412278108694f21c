/** The journal of the kitchen. So far each session holds every line of it. */
import { each, html, LiveComponent, topic } from 'telar'
import { type Line, newestLines } from './kitchen.ts'

export const written = topic<Line>('kitchen:written')

export class Journal extends LiveComponent {
  lines: Line[] = []

  start() {
    this.lines = newestLines(200)
  }

  connected() {
    this.subscribe(written, (line) => {
      this.lines = [line, ...this.lines].slice(0, 200)
    })
  }

  getTemplate() {
    return html`<aside aria-label="Journal">
      <h2>Journal</h2>
      <ol class="journal" tabindex="0" aria-label="Lines">${each(
        this.lines,
        (line) => line.id,
        (line) => html`<li>${line.text}</li>`,
      )}</ol>
    </aside>`
  }
}
