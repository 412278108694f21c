import { byRole, check, step } from 'telar/testing'

const press = (name: string) => byRole('button', { name })

export default check([
  step(
    'lost-then-sold',
    'There are 12 loaves. A press on “Sell one” is lost on the way, and nobody presses again. How many loaves does the page show?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(press('Lose the next message'))
      await tab.click(press('Sell one'))
      return Number(/\d+/.exec(tab.text(byRole('status')))![0])
    },
  ),
  step(
    'number-after-a-loss',
    'Three presses, the second of which is lost and sent again. What number does the fourth press carry in seq?',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(press('Sell one'))
      await tab.click(press('Lose the next message'))
      await tab.click(press('Sell one'))
      await tab.click(press('Sell one'))
      await tab.click(press('Sell one'))
      return Number([...tab.text('ol').matchAll(/"seq":(\d+)/g)].at(-1)![1])
    },
  ),
])
