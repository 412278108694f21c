import { html, LiveComponent } from 'telar'
import { check, step } from 'telar/testing'

class Ticker extends LiveComponent {
  ticks = 0

  connected() {
    this.every(1000, () => {
      this.ticks += 1
    })
  }

  getTemplate() {
    return html`<output>${this.ticks}</output>`
  }
}

export default check([
  step(
    'real-seconds',
    'A component counts seconds with every(1000, …). A test sleeps for a real second and a half, and looks. What does it see?',
    async ({ visit }) => {
      const tab = await visit(Ticker)
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return Number(tab.text('output'))
    },
  ),
  step(
    'the-other-tab',
    'A component counts seconds with every(1000, …), and two visitors have it open. The test advances the clock of the first tab by five seconds. How many seconds has the second tab counted?',
    async ({ visit }) => {
      const tab = await visit(Ticker)
      const other = await tab.another()
      await tab.clock.advance(5000)
      return Number(other.text('output'))
    },
  ),
])
