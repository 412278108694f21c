/** What the counter taught: whose count it is, and what stays when nothing has changed. */
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'second-visitor',
    'Two visitors have the counter open. The first presses “Add one” three times, then the second presses it once. What number does the second see?',
    async ({ visit }) => {
      const first = await visit()
      const second = await first.another()
      for (let press = 1; press <= 3; press += 1) await first.click(add)
      await second.click(add)
      return Number(second.text('output'))
    },
  ),
  step(
    'nothing-to-say',
    'The counter says 0 and somebody presses “Start again”. How many changes does the server send?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(byRole('button', { name: 'Start again' }))
      return tab.cost.ops
    },
  ),
])

const add = byRole('button', { name: 'Add one' })
