/** The page of the board: what stands where, and a line of news for everybody. */
import { Layout } from 'telar'
import { Calls } from './calls.ts'
import { Columns } from './columns.ts'
import { Shift } from './shift.ts'

export default class Board extends Layout {
  constructor() {
    super('board', {
      html: `<h1>Orders</h1>
        <p id="news" role="status"></p>
        <div class="sides">
          <main lv-region="columns"></main>
          <div>
            <div lv-region="calls"></div>
            <div lv-region="shift"></div>
          </div>
        </div>`,
      components: { columns: Columns, calls: Calls, shift: Shift },
    })
    this.onEventTime(60_000, () => this.onEventIn(''))
  }

  onEventIn(message: unknown) {
    this.driver.getDriverById('news').setText(String(message))
  }
}
