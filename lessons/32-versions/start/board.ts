import { html, LiveComponent, type LiveEvent } from 'telar'

export default class Board extends LiveComponent {
  served = 0
  note = ''

  serve() {
    this.served += 1
  }

  save({ form }: LiveEvent) {
    this.note = String(form?.note ?? '').trim()
  }

  getTemplate() {
    return html`<h1>Orders</h1>
      <p>${this.served} served <button lv-click=${this.serve}>One more</button></p>
      <h2>For the next shift</h2>
      <p>${this.note}</p>
      <form lv-submit=${this.save}>
        <label>Note <textarea name="note"></textarea></label>
        <button>Save</button>
      </form>`
  }
}
