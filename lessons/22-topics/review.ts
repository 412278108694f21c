/** Two questions about who hears what is published, and when. */
import { html, LiveComponent, topic } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'said-and-failed',
    'Three visitors subscribe to a topic. One of them has a handler that publishes to it and throws an error after that. How many visitors hear the message?',
    async ({ visit }) => {
      const tabs = await three(visit)
      await tabs[0].click(byRole('button', { name: 'Fail' })).catch(() => {})
      return hearers(tabs)
    },
  ),
  step(
    'how-far-a-star-reaches',
    'A visitor subscribes to `table:*`. Somebody publishes to `table:4`, to `table:4:bill`, to `tables` and to `table:7`. How many messages does the visitor hear?',
    async ({ visit }) => {
      const tab = await visit(Star)
      await tab.click(byRole('button'))
      return Number(tab.text('output'))
    },
  ),
])

type Visit = Parameters<Parameters<typeof step>[2]>[0]['visit']
type Opened = Awaited<ReturnType<Visit>>

async function three(visit: Visit): Promise<[Opened, Opened, Opened]> {
  const tab = await visit(Speaker)
  return [tab, await tab.another(), await tab.another()]
}

const hearers = (tabs: readonly Opened[]) => tabs.filter((tab) => tab.text('output') !== '0').length

const said = topic<string>('review:said')

class Speaker extends LiveComponent {
  heard = 0

  connected() {
    this.subscribe(said, () => {
      this.heard += 1
    })
  }

  fail() {
    this.publish(said, 'hello')
    JSON.parse('not this time')
  }

  getTemplate() {
    return html`<output>${this.heard}</output><button lv-click=${this.fail}>Fail</button>`
  }
}

class Star extends LiveComponent {
  heard = 0

  connected() {
    this.subscribe('table:*', () => {
      this.heard += 1
    })
  }

  speak() {
    for (const name of ['table:4', 'table:4:bill', 'tables', 'table:7']) this.publish(name, 'hello')
  }

  getTemplate() {
    return html`<output>${this.heard}</output><button lv-click=${this.speak}>Speak</button>`
  }
}
