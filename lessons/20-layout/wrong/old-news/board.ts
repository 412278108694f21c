/** The page of the board: what stands where, and a line of news for everybody. */
import { Layout } from 'telar'
import { Calls } from './calls.ts'
import { Columns } from './columns.ts'

let last = ''

export default class Board extends Layout {
  constructor() {
    super('board', {
      html: `<h1>Orders</h1>
        <p id="news" role="status"></p>
        <div class="sides">
          <main lv-region="columns"></main>
          <div lv-region="calls"></div>
        </div>`,
      components: { columns: Columns, calls: Calls },
    })
    this.onEventTime(60_000, () => this.onEventIn(''))
  }

  onFirstTime() {
    this.driver.getDriverById('news').setText(last)
  }

  onEventIn(message: unknown) {
    last = String(message)
    this.driver.getDriverById('news').setText(String(message))
  }
}
