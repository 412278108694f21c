/** Two questions about what is heard after a time away. */
import { type Cursor, html, LiveComponent, topic } from 'telar'
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'heard-without-a-cursor',
    'A component subscribes to a topic without `after`. Its tab is away for two minutes, and meanwhile somebody publishes three messages. How many of them does it hear when it is back?',
    async ({ visit }) => heardAfter(await visit(Forgetful)),
  ),
  step(
    'heard-with-a-cursor',
    'A component subscribes to a topic with `after: this.seen`, where `seen` is the cursor of the last message that it heard. It hears one message, then its tab is away for two minutes, and meanwhile somebody publishes three. How many has it heard in all when it is back?',
    async ({ visit }) => heardAfter(await visit(Mindful)),
  ),
])

type Opened = Awaited<ReturnType<Parameters<Parameters<typeof step>[2]>[0]['visit']>>

async function heardAfter(tab: Opened) {
  const other = await tab.another()
  const speak = () => other.click(byRole('button'))
  if (tab.has('main')) await speak()
  await tab.disconnect()
  await tab.clock.advance(120_000)
  for (let i = 0; i < 3; i += 1) await speak()
  await tab.reconnect()
  return Number(tab.text('output'))
}

const said = topic<string>('review:said')

class Forgetful extends LiveComponent {
  heard = 0

  connected() {
    this.subscribe(said, () => {
      this.heard += 1
    })
  }

  getTemplate() {
    return html`<output>${this.heard}</output>
      <button lv-click=${() => this.publish(said, 'hello')}>Speak</button>`
  }
}

class Mindful extends LiveComponent {
  heard = 0
  seen: Cursor = ''

  connected() {
    this.subscribe(
      said,
      (_text, _topic, cursor) => {
        this.heard += 1
        this.seen = cursor
      },
      { after: this.seen },
    )
  }

  getTemplate() {
    return html`<main><output>${this.heard}</output>
      <button lv-click=${() => this.publish(said, 'hello')}>Speak</button></main>`
  }
}
