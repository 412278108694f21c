/** How many orders stand in each column: one run of the view for all who see the same. */
import { html, LiveComponent } from 'telar'
import { readBook } from './kitchen.ts'
import { placed } from './orders.ts'

export class Counts extends LiveComponent {
  static sharedView = true
  waiting = 0
  cooking = 0
  ready = 0

  start() {
    this.count()
  }

  connected() {
    this.count()
    this.subscribe(placed, () => this.count())
  }

  count() {
    const columns = readBook().map(({ column }) => column)
    this.waiting = columns.filter((column) => column === 'new').length
    this.cooking = columns.filter((column) => column === 'cooking').length
    this.ready = columns.filter((column) => column === 'ready').length
  }

  getTemplate() {
    return html`<p>${this.waiting} new, ${this.cooking} cooking, ${this.ready} ready</p>`
  }
}
