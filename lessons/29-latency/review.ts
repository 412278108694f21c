import { html, LiveComponent, toggle } from 'telar'
import { byRole, check, step } from 'telar/testing'

class Bell extends LiveComponent {
  rings = 0

  ring() {
    this.rings += 1
  }

  getTemplate() {
    return html`<p>Rung ${this.rings} times</p>
      <button lv-busy lv-click=${this.ring}>Ring</button>
      <button lv-do-click=${toggle('#help')}>Help</button>
      <p id="help" hidden>Press to ring.</p>`
  }
}

export default check([
  step(
    'three-rings',
    'A button has lv-busy and its handler counts. The answer takes a second, and somebody presses three times in it. What is the count afterwards?',
    async ({ visit }) => {
      const tab = await visit(Bell)
      await tab.disconnect()
      for (let press = 0; press < 3; press += 1) await tab.click(byRole('button', { nth: 0 }))
      await tab.reconnect()
      return Number(/\d+/.exec(tab.text())![0])
    },
  ),
  step(
    'help-in-bytes',
    'A button opens a help text with a command, lv-do-click. How many bytes cross the wire?',
    async ({ visit }) => {
      const tab = await visit(Bell)
      await tab.click(byRole('button', { name: 'Help' }))
      return tab.bytes
    },
  ),
])
