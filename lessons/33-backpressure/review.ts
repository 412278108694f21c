import { html, LiveComponent } from 'telar'
import { byRole, check, step } from 'telar/testing'

class Price extends LiveComponent {
  price = 100

  connected() {
    this.subscribe<number>('prices', (price) => {
      this.price = price
      this.push('tick', price, { newest: true })
    })
  }

  send() {
    for (let price = 101; price <= 150; price += 1) this.publish('prices', price)
  }

  getTemplate() {
    return html`<output>${this.price}</output> <button lv-click=${this.send}>Send</button>`
  }
}

const stalled = async (
  visit: (component: typeof Price) => ReturnType<typeof import('telar/testing').visit>,
) => {
  const tab = await visit(Price)
  const other = await tab.another()
  await other.disconnect()
  await tab.click(byRole('button'))
  await other.reconnect()
  return other
}

export default check([
  step(
    'price-after-a-stall',
    'A tab is cut off while the price goes from 100 to 150 in fifty messages. How many of the prices does its page ever show after that, besides 100?',
    async ({ visit }) => {
      const other = await stalled(visit)
      return other.frames.flatMap(({ ops }) => ops).filter(({ op }) => op === 'setText').length
    },
  ),
  step(
    'pushes-after-a-stall',
    'While a tab is cut off, its component calls push fifty times with the same name and newest: true. How many of these events does the tab get when it is back?',
    async ({ visit }) =>
      (await stalled(visit)).messages.filter(({ kind }) => kind === 'pushed').length,
  ),
])
