/** What a command costs, and what it leaves, asked again later. */
import { html, LiveComponent, toggle, toggleClass } from 'telar'
import { byRole, byText, check, step } from 'telar/testing'

class Help extends LiveComponent {
  count = 0
  getTemplate() {
    return html`<button lv-do-click=${toggle('#help')}>Help</button>
      <button lv-click=${() => (this.count += 1)}>Add</button>
      <p id="help" hidden>Press Add, ${this.count}.</p>`
  }
}

class Heart extends LiveComponent {
  likes = 1
  getTemplate() {
    return html`<button lv-do-click=${toggleClass('liked')} lv-click=${() => (this.likes += 1)}>${this.likes}</button>`
  }
}

export default check([
  step(
    'open-over-a-commit',
    'A command has opened a help text. Then a handler changes a number inside it. Does the help text still show? Answer yes or no.',
    async ({ visit }) => {
      const tab = await visit(Help)
      await tab.click(byRole('button', { name: 'Help' }))
      await tab.click(byRole('button', { name: 'Add' }))
      return tab.has(byText(/^Press Add/)) ? 'yes' : 'no'
    },
  ),
  step(
    'command-beside-handler',
    'A button has lv-do-click with a command and lv-click with a handler. How many frames come back when it is pressed once?',
    async ({ visit }) => {
      const tab = await visit(Heart)
      await tab.click(byRole('button'))
      return tab.frames.length
    },
  ),
])
