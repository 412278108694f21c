import { html, LiveComponent } from 'telar'

const database = { report: async () => ['Linen', 'Wool'] }

export class Report extends LiveComponent {
  step = ''
  rows: string[] = []

  async report() {
    this.step = 'Collecting'
    this.commit()
    this.rows = await database.report()
    this.step = 'Done'
  }

  getTemplate() {
    return html`<main>
      <button lv-click=${this.report}>Report</button>
      <p role="status">${this.step} ${this.rows.join(', ')}</p>
    </main>`
  }
}
