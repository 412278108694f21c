import { each, html, LiveComponent, stream } from 'telar'

export interface Line {
  id: number
  text: string
}

export const database: Line[] = [{ id: 1, text: 'started' }]

export class Log extends LiveComponent {
  lines = stream((line: Line) => line.id, {
    limit: 1000,
    refill: (ids) => database.filter(({ id }) => ids.includes(id)),
  })

  start() {
    this.lines.append(...database)
  }

  connected() {
    this.subscribe<Line>('log', (line) => this.lines.append(line))
  }

  getTemplate() {
    return html`<main><ol>${each(this.lines, (line) => html`<li>${line.text}</li>`)}</ol></main>`
  }
}
