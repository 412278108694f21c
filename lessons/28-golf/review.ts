import { each, html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

class Queue extends LiveComponent {
  names = Array.from({ length: 1000 }, (_, i) => `Guest ${i + 1}`)

  reverse() {
    this.names.reverse()
  }

  getTemplate() {
    return html`<button lv-click=${this.reverse}>Turn</button>
      <ol>${each(
        this.names,
        (name) => name,
        (name) => html`<li>${name}</li>`,
      )}</ol>`
  }
}

class Counting extends LiveComponent {
  count = 0

  work() {
    for (let i = 0; i < 10; i += 1) this.count += 1
  }

  getTemplate() {
    return html`<button lv-click=${this.work}>${this.count}</button>`
  }
}

export default check([
  step(
    'a-thousand',
    'A hundred rows with keys turn round in 10 bytes. How many bytes do a thousand take?',
    async ({ visit }) => {
      const tab = await visit(Queue)
      await tab.click(byRole('button'))
      return tab.bytes
    },
  ),
  step(
    'ten-changes',
    'A handler adds one to a number, ten times in a loop. How many frames come back?',
    async ({ visit }) => {
      const tab = await visit(Counting)
      await tab.click(byRole('button'))
      return tab.frames.length
    },
  ),
])
