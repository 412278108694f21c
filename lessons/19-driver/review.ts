/** Two questions about what a driver’s write leaves behind. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'covered-for-good',
    'A template shows `count`, which is 0. A handler writes “9” over it with the driver’s `setText`, and after that another handler sets `count` to 5. What does the page show?',
    async ({ visit }) => {
      const tab = await visit(Covered)
      await tab.click(byRole('button', { name: 'Write' }))
      await tab.click(byRole('button', { name: 'Count' }))
      return Number(tab.text('output'))
    },
  ),
  step(
    'what-the-state-says',
    'A template shows `count`, which is 0. The driver writes “9” over it with `setText`, and after that a handler sets `count` to 5. What is `count` on the server?',
    async ({ visit }) => {
      const tab = await visit(Covered)
      await tab.click(byRole('button', { name: 'Write' }))
      await tab.click(byRole('button', { name: 'Count' }))
      return Number(tab.state.count)
    },
  ),
])

class Covered extends LiveComponent {
  count = 0

  write() {
    this.driver.getDriverById('shown').setText('9')
  }

  five() {
    this.count = 5
  }

  getTemplate() {
    return html`<main>
      <output id="shown">${this.count}</output>
      <button lv-click=${this.write}>Write</button> <button lv-click=${this.five}>Count</button>
    </main>`
  }
}
