/** The page of the board: what stands where, and a line of news for everybody. */
import { Layout } from 'telar'
import { Calls } from './calls.ts'
import { Columns } from './columns.ts'
import { Counts } from './counts.ts'
import { Journal } from './journal.ts'
import { Ovens } from './ovens.ts'
import { Shift } from './shift.ts'

export default class Board extends Layout {
  constructor() {
    super('board', {
      html: `<h1>Orders</h1>
        <p id="news" role="status"></p>
        <div lv-region="counts"></div>
        <div lv-region="ovens"></div>
        <div class="sides">
          <main lv-region="columns"></main>
          <div>
            <div lv-region="calls"></div>
            <div lv-region="shift"></div>
            <div lv-region="journal"></div>
          </div>
        </div>`,
      components: {
        columns: Columns,
        calls: Calls,
        shift: Shift,
        counts: Counts,
        ovens: Ovens,
        journal: Journal,
      },
    })
    this.onEventTime(60_000, () => this.onEventIn(''))
  }

  onEventIn(message: unknown) {
    this.driver.getDriverById('news').setText(String(message))
  }
}
