/** Who is told of an address, asked again later. */
import { html, LiveComponent, page } from 'telar'
import { byRole, check, step, type Tab, visit } from 'telar/testing'

class Pages extends LiveComponent {
  told = 0
  paramsChanged() {
    this.told += 1
  }
  getTemplate() {
    return html`<button lv-click=${() => this.patch('?at=2')}>Next</button>
      <button lv-click=${() => this.patch('?at=3', { replace: true })}>Correct</button>`
  }
}

const open = () => visit('/?at=1', { pages: [page('/', Pages)] })

const press = (tab: Tab, name: string) => tab.click(byRole('button', { name }))

export default check([
  step(
    'told-on-arrival',
    'A visitor opens /?at=1 and presses a button whose handler calls this.patch once. How often has paramsChanged been called since the beginning?',
    async () => {
      const tab = await open()
      await press(tab, 'Next')
      return tab.state.told as number
    },
  ),
  step(
    'where-back-leads',
    'A visitor opens /?at=1. A handler patches to ?at=2, then another one to ?at=3 with replace. They press Back once. Which number does the address have?',
    async () => {
      const tab = await open()
      await press(tab, 'Next')
      await press(tab, 'Correct')
      await tab.back()
      return Number(/at=(\d)/.exec(tab.url)?.[1])
    },
  ),
])
