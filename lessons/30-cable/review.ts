import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'presses-in-the-dark',
    'The connection is cut for two minutes. Somebody presses “One more guest” four times meanwhile. How many guests are there when it is back?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.disconnect()
      for (let press = 0; press < 4; press += 1) await tab.click(byRole('button', { nth: 0 }))
      await tab.clock.advance(120_000)
      await tab.reconnect()
      return Number(/(\d+) guests/.exec(tab.text())![1])
    },
  ),
  step(
    'another-process',
    'Three guests are counted when the server’s process dies. Another one takes over the session from the store. How many guests does the page show?',
    async ({ visit }) => {
      const tab = await visit()
      for (let press = 0; press < 3; press += 1) await tab.click(byRole('button', { nth: 0 }))
      await tab.reconnect({ restarted: true })
      return Number(/(\d+) guests/.exec(tab.text())![1])
    },
  ),
])
