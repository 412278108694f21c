/** What model, view and driver taught: a copy is not the sum, and what is worked out follows by itself. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'copied-sum',
    'A cinema keeps “seats” and “left = 10 - seats” as two fields. The handler “sell” only adds 1 to “seats”, and the page shows “left”. What number does it show after one sale?',
    async ({ visit }) => {
      const tab = await visit(Cinema)
      await tab.click(byRole('button'))
      return Number(tab.text('output'))
    },
  ),
  step(
    'evening-basket',
    'The till begins with two rolls at 0.40 and a loaf at 3.20. Somebody presses “Take back a roll” twice, then “Evening: half price”. What total does it show?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button', { name: 'Take back a roll' }))
      await tab.click(byRole('button', { name: 'Take back a roll' }))
      await tab.click(byRole('button', { name: 'Evening: half price' }))
      return tab.text('output')
    },
  ),
])

class Cinema extends LiveComponent {
  seats = 0
  left = 10 - this.seats

  sell() {
    this.seats += 1
  }

  getTemplate() {
    return html`<output>${this.left}</output> <button lv-click=${this.sell}>Sell a seat</button>`
  }
}
