/** Two questions about layouts and who hears what. */
import { html, Layout, LiveComponent, sendToAllLayouts } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'three-boards',
    'Three visitors have the board open. The first rings once. How many boards show the call in their line of news?',
    async ({ visit }) => {
      const tab = await visit()
      const boards = [tab, await tab.another(), await tab.another()]
      await tab.click(byRole('button', { name: 'Ring' }))
      return boards.filter((board) => board.text(byRole('status')).includes('Water')).length
    },
  ),
  step(
    'root-overwritten',
    'A layout has a counter in a region, and the counter is at 3. A message comes in, and `onEventIn` calls `this.driver.setHTML` with a paragraph. How many buttons are left in the page?',
    async ({ visit }) => {
      const tab = await visit(Careless)
      for (let press = 1; press <= 3; press += 1) await tab.click(byRole('button'))
      await tab.settled(() => sendToAllLayouts('We close at six'))
      let buttons = 0
      while (tab.has(byRole('button', { nth: buttons }))) buttons += 1
      return buttons
    },
  ),
])

class Presses extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.add}>${this.count}</button>`
  }
}

class Careless extends Layout {
  constructor() {
    super('careless', {
      html: '<main lv-region="main"></main>',
      components: { main: Presses },
    })
  }

  onEventIn(message: unknown) {
    this.driver.setHTML(`<p>${message}</p>`)
  }
}
