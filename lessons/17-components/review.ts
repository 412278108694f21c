/** Two questions about the life of a component in a component. */
import { html, LiveComponent, mount } from 'telar'
import { byLabel, byRole, check, step, within } from 'telar/testing'

export default check([
  step(
    'served-and-taken-again',
    'You write “no salt” on the card of the lentil soup. The soup is cooked, made ready and served, and then somebody orders lentil soup again. How many cards say “no salt”?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.fill(within(byRole('listitem', { nth: 0 }), byRole('textbox')), 'no salt')
      for (const verb of ['Cook', 'Ready', 'Serve']) {
        await tab.click(byRole('button', { name: `${verb} Lentil soup` }))
      }
      await tab.fill(byLabel('Dish'), 'Lentil soup')
      await tab.click(byRole('button', { name: 'Add' }))
      return tab.text().split('no salt').length - 1
    },
  ),
  step(
    'copied-in-start',
    'A child copies its prop in `start()` and shows the copy. Its parent counts from 0 to 3 and hands the number over each time. What number does the child show?',
    async ({ visit }) => {
      const tab = await visit(Parent)
      for (let press = 1; press <= 3; press += 1) await tab.click(byRole('button'))
      return Number(tab.text('output'))
    },
  ),
])

class Child extends LiveComponent<{ count: number }> {
  copy = 0

  start() {
    this.copy = this.props.count
  }

  getTemplate() {
    return html`<output>${this.copy}</output>`
  }
}

class Parent extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.add}>Add</button>${mount(Child, { count: this.count })}`
  }
}
