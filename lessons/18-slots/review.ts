/** Two questions about pieces of view and values that go down the tree. */
import { html, LiveComponent, mount, provided, type Rendered } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'handler-in-a-slot',
    'A board hands a panel a button with `lv-click=${this.add}`, and the panel shows it. Both classes have a field `count` and a method `add`. The button is pressed twice. What is the count of the board?',
    async ({ visit }) => {
      const tab = await visit(Shelf)
      await tab.click(byRole('button'))
      await tab.click(byRole('button'))
      return Number(tab.state.count)
    },
  ),
  step(
    'runs-in-the-middle',
    'A page provides a colour. Between the page and the component that injects the colour there is a third one, which does not use it. The colour changes twice. How many times does the one in the middle render again?',
    async ({ visit }) => {
      const tab = await visit(Page)
      const before = runs
      await tab.click(byRole('button'))
      await tab.click(byRole('button'))
      return runs - before
    },
  ),
])

class Frame extends LiveComponent<{ children: Rendered }> {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`<section>${this.props.children}</section>`
  }
}

class Shelf extends LiveComponent {
  count = 0

  add() {
    this.count += 1
  }

  getTemplate() {
    return html`${mount(Frame, { children: html`<button lv-click=${this.add}>Add</button>` })}`
  }
}

const Colour = provided<string>('colour', 'red')
let runs = 0

class Leaf extends LiveComponent {
  getTemplate() {
    return html`<p>${this.inject(Colour)}</p>`
  }
}

class Middle extends LiveComponent {
  getTemplate() {
    runs += 1
    return html`<div>${mount(Leaf)}</div>`
  }
}

class Page extends LiveComponent {
  colour = 'red'

  change() {
    this.colour += 'der'
  }

  getTemplate() {
    this.provide(Colour, this.colour)
    return html`<button lv-click=${this.change}>Change</button>${mount(Middle)}`
  }
}
