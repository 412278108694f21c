import { html, LiveComponent, type LiveEvent } from 'telar'

export default class Board extends LiveComponent {
  served = 0
  lines: string[] = []
  // Before there were lines: stays until no session is left that has it.
  note: string | undefined = undefined

  connected() {
    this.lines = this.note ? [this.note] : []
    this.note = undefined
  }

  serve() {
    this.served += 1
  }

  save({ form }: LiveEvent) {
    const line = String(form?.note ?? '').trim()
    if (line !== '') this.lines.push(line)
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${this.served} served <button lv-click=${this.serve}>One more</button></p>
      <h2>For the next shift</h2>
      <ul>${this.lines.map((line) => html`<li>${line}</li>`)}</ul>
      <form lv-submit=${this.save}>
        <label>Note <textarea name="note"></textarea></label>
        <button>Save</button>
      </form>`
  }
}
