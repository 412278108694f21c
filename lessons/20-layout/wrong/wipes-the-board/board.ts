/** The page of the board: what stands where, and a line of news for everybody. */
import { Layout } from 'telar'
import { Calls } from './calls.ts'
import { Columns } from './columns.ts'

export default class Board extends Layout {
  constructor() {
    super('board', {
      html: `<div><h1>Orders</h1>
        <p id="news" role="status"></p>
        <div class="sides">
          <main lv-region="columns"></main>
          <div lv-region="calls"></div>
        </div></div>`,
      components: { columns: Columns, calls: Calls },
    })
    this.onEventTime(60_000, () => this.onEventIn(''))
  }

  onEventIn(message: unknown) {
    this.driver.setHTML(`<h1>Orders</h1><p role="status">${message}</p>`)
  }
}
