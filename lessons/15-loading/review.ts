/** What waits for what, asked again later. */
import { html, LiveComponent, load } from 'telar'
import { byRole, check, step } from 'telar/testing'

class Tide extends LiveComponent {
  asked = 0
  level = load(async () => {
    this.asked += 1
    if (this.asked > 1) await pause(200)
    return this.asked
  })
  getTemplate() {
    return html`<button lv-click=${this.level.reload}>Again</button> <p>${this.level.value}</p>`
  }
}

class Post extends LiveComponent {
  sent = 0
  async send() {
    await pause(100)
    this.sent += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.send} lv-busy>Send</button>`
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export default check([
  step(
    'value-while-loading',
    'A field made with load(…) has the value 1 and is told to reload; the next answer will be 2. What is its value while it loads?',
    async ({ visit }) => {
      const tab = await visit(Tide)
      await tab.click(byRole('button'))
      return tab.text('p')
    },
  ),
  step(
    'busy-twice',
    'A button has lv-busy, and its handler waits for 100 ms before it counts. It is pressed twice at once. How far does it count?',
    async ({ visit }) => {
      const tab = await visit(Post)
      await Promise.all([tab.click(byRole('button')), tab.click(byRole('button'))])
      return tab.state.sent as number
    },
  ),
])
