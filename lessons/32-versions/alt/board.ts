import { html, LiveComponent, type LiveEvent } from 'telar'

export default class Board extends LiveComponent {
  served = 0
  note = ''

  // One text with a line for each: what is stored keeps its name and its kind.
  get lines() {
    return this.note.split('\n').filter((line) => line !== '')
  }

  serve() {
    this.served += 1
  }

  save({ form }: LiveEvent) {
    const line = String(form?.note ?? '').replaceAll('\n', ' ')
    this.note = [...this.lines, line.trim()].join('\n')
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${this.served} served <button lv-click=${this.serve}>One more</button></p>
      <h2>For the next shift</h2>
      <ol>${this.lines.map((line) => html`<li>${line}</li>`)}</ol>
      <form lv-submit=${this.save}>
        <label>Note <textarea name="note"></textarea></label>
        <button>Save</button>
      </form>`
  }
}
