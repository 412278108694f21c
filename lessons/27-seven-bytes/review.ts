import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

class Oven extends LiveComponent {
  heat = 8

  warmer() {
    this.heat += 1
  }

  getTemplate() {
    return html`<output>${this.heat}</output> <button lv-click=${this.warmer}>Warmer</button>`
  }
}

class Ticking extends Oven {
  connected() {
    this.every(1000, this.warmer)
  }
}

export default check([
  step(
    'bytes-of-a-tick',
    'A timer of the server changes an 8 to a 9. How many bytes come down?',
    async ({ visit }) => {
      const tab = await visit(Ticking)
      await tab.clock.advance(1000)
      return tab.bytes
    },
  ),
  step(
    'bytes-of-a-press',
    'A press changes an 8 to a 9. How many bytes come down?',
    async ({ visit }) => {
      const tab = await visit(Oven)
      await tab.click(byRole('button'))
      return tab.bytes
    },
  ),
])
