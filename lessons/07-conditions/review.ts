/** What the conditions taught: which values show nothing, and what goes with a branch. */
import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'what-is-shown',
    'A template shows four values side by side: 0, false, null and an empty text. What can a visitor read?',
    async ({ visit }) => {
      const tab = await visit(Four)
      return tab.text('output')
    },
  ),
  step(
    'typed-in-a-branch',
    'A page is “isOpen ? (a heading and a field) : (another heading and a field)”, in two literals. Somebody types “Hello”, and “isOpen” changes. How many letters are in the field?',
    async ({ visit }) => {
      const tab = await visit(Branches)
      await tab.fill(byRole('textbox'), 'Hello')
      await tab.click(byRole('button'))
      return tab.value(byRole('textbox')).length
    },
  ),
])

class Four extends LiveComponent {
  getTemplate() {
    return html`<output>${0}${false}${null}${''}</output>`
  }
}

class Branches extends LiveComponent {
  isOpen = true

  change() {
    this.isOpen = !this.isOpen
  }

  getTemplate() {
    return html`<div>
        ${
          this.isOpen
            ? html`<h1>Open</h1>
              <input aria-label="Note" />`
            : html`<h1>Closed</h1>
              <input aria-label="Note" />`
        }
      </div>
      <button lv-click=${this.change}>Turn</button>`
  }
}
