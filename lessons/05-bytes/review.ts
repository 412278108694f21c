/** What the vote taught: what a change costs, and what stays in the page. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'ninth-to-tenth',
    'A page shows the votes for rye, 9 so far, in braces of their own, and each vote has brought 8 bytes. How many bytes does the tenth vote bring?',
    async ({ visit }) => {
      const tab = await visit()
      for (let votes = 5; votes <= 9; votes += 1) await tab.click(rye)
      await tab.click(rye)
      return tab.bytes
    },
  ),
  step(
    'same-for-all',
    'A page shows three prices in one text, “3 · 4 · 5”, and each in braces of its own below. One price changes. How many texts come down?',
    async ({ visit }) => {
      const tab = await visit(Prices)
      await tab.click(byRole('button'))
      return tab.cost.ops
    },
  ),
])

const rye = byRole('button', { name: 'Vote for rye' })

class Prices extends LiveComponent {
  prices = [3, 4, 5]

  raise() {
    this.prices[1] = 6
  }

  getTemplate() {
    const [first, second, third] = this.prices
    return html`<p>${this.prices.join(' · ')}</p>
      <p>${first}, ${second}, ${third}</p>
      <button lv-click=${this.raise}>Raise the second</button>`
  }
}
