/** Two questions about what a session holds of a long list. */

import { each, html, LiveComponent, stream } from 'telar'
import { byLabel, byRole, check, step } from 'telar/testing'

export default check([
  step(
    'one-line-more',
    'The journal shows 200 lines, and its stream has `limit: 200`. Somebody takes an order, which writes one line. How many lines does the page show then?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.fill(byLabel('Dish'), 'Lentil soup')
      await tab.click(byRole('button', { name: 'Add' }))
      return tab.text(byRole('list', { name: 'Lines' })).split('\n').length
    },
  ),
  step(
    'rows-after-a-restart',
    'A stream holds the rows 1, 2 and 3. Its `refill` finds only those with even keys. How many rows does the page show after the server was restarted?',
    async ({ visit }) => {
      const tab = await visit(Numbers)
      await tab.reconnect({ restarted: true })
      return tab.text('ul').split('\n').length
    },
  ),
])

class Numbers extends LiveComponent {
  rows = stream((row: number) => row, { refill: (keys) => keys.filter((key) => key % 2 === 0) })

  start() {
    this.rows.append(1, 2, 3)
  }

  getTemplate() {
    return html`<ul>${each(this.rows, (row) => html`<li>Row ${row}</li>`)}</ul>`
  }
}
