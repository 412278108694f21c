/** What the clock taught: who looks after a timer, and what runs again in another process. */
import { html, LiveComponent } from 'telar'
import { check, step } from 'telar/testing'

export default check([
  step(
    'after-a-deploy',
    'A component counts in a field how often start() has run, and in another how often connected() has. The server is restarted twice while the page is open. What is the second count?',
    async ({ visit }) => {
      const tab = await visit(Moments)
      await tab.reconnect({ restarted: true })
      await tab.reconnect({ restarted: true })
      return Number(tab.text('output'))
    },
  ),
  step(
    'messages-a-minute',
    'A page shows hours and minutes, such as 09:41, and a timer sets the field every second. How many messages with a change does a minute bring?',
    async ({ visit }) => {
      const tab = await visit(Minutes)
      let changes = 0
      for (let second = 0; second < 60; second += 1) {
        await tab.clock.advance(1000)
        changes += tab.cost.ops
      }
      return changes
    },
  ),
])

class Moments extends LiveComponent {
  starts = 0
  connections = 0

  start() {
    this.starts += 1
  }

  connected() {
    this.connections += 1
  }

  getTemplate() {
    return html`<p>${this.starts}</p>
      <output>${this.connections}</output>`
  }
}

class Minutes extends LiveComponent {
  time = ''

  start() {
    this.tick()
  }

  connected() {
    this.every(1000, () => this.tick())
  }

  tick() {
    this.time = new Date(this.now()).toISOString().slice(11, 16)
  }

  getTemplate() {
    return html`<time>${this.time}</time>`
  }
}
