/** Two questions about who is present, and for how long. */
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'seconds-after-the-cable',
    'Ana is on shift, and the cable of her laptop is pulled out. After how many seconds is she off the list of the others?',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await tab.click(byRole('button', { name: 'Begin shift' }))
      await tab.disconnect()
      let seconds = 0
      while (seconds < 60 && other.text(byRole('heading', { name: /shift/ })) !== 'On shift: 0') {
        await other.clock.advance(1000)
        seconds += 1
      }
      return seconds
    },
  ),
  step(
    'two-of-one-name',
    'Two waiters are called Ana. Each has one tab open and begins a shift as “Ana”. How many does the board of this lesson count?',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await tab.click(byRole('button', { name: 'Begin shift' }))
      await other.click(byRole('button', { name: 'Begin shift' }))
      return Number(/\d+/.exec(other.text(byRole('heading', { name: /shift/ })))?.[0])
    },
  ),
])
