/** Does the till always show what is in the basket, in whatever order it got there? */
import { byRole, check, failure, type Hint, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'adds-up',
    'One more roll and one more loaf add up',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(addRoll)
      await tab.click(addLoaf)
      if (!shows(tab, '7.60'))
        throw failure`Expected a total of ${'7.60'} with one more roll and one more loaf, received “${said(tab)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('change no state')
          ? 'The view is there to show the model, and it runs whenever the engine wants to know how the page looks. A view that writes into a field changes the model by being looked at, and the engine refuses that. A sum needs no field: work it out in the view, keep it in a constant there, and show the constant.'
          : 'The total is not the sum of what is in the basket. A roll costs 40 cents and a loaf 320, and the basket begins with two rolls and one loaf. Look at where the total is worked out: it should use the numbers in the fields, the ones that your handlers change, every time the page is made.',
    },
  ),
  step(
    'evening-halves',
    'In the evening everything costs half',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(evening)
      if (!shows(tab, '2.00'))
        throw failure`Expected a total of ${'2.00'} at the evening price, received “${said(tab)}”.`
    },
    {
      hint: 'The handler has changed the model: it is evening now. But what the page shows as the total is a copy, a field that was worked out earlier, and nobody has worked it out again. Each new handler would have to remember the copy. Look at the fields: which of them could be worked out from the others, in the view?',
      play: [
        { press: 'Evening: half price' },
        { say: 'Two rolls and a loaf cost 4.00 by day. In the evening it should be 2.00.' },
      ],
    },
  ),
  step(
    'after-evening',
    'What comes into the basket in the evening costs half too',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(evening)
      await tab.click(addRoll)
      if (!shows(tab, '2.20'))
        throw failure`Expected a total of ${'2.20'} at the evening price with one more roll, received “${said(tab)}”.`
      await tab.click(addLoaf)
      if (!shows(tab, '3.80'))
        throw failure`Expected a total of ${'3.80'} at the evening price with one more roll and one more loaf, received “${said(tab)}”.`
    },
    {
      hint: ({ files }) =>
        /\bdriver\b|getDriver\(/i.test(codeOf(files))
          ? 'Your handler writes the sum into the page itself, past the view. From then on that text covers what the view shows, so the total stays as it is, whatever comes into the basket. Two parts now say what the page shows, and only one of them knows the model. Let the handler change a field only, and let the view work the sum out.'
          : 'The evening button works, and the next press forgets that it is evening. The same sum is written in several handlers, and not all of them know of the half price. You could mend each one, until the next button comes. Write the sum once, in the view, and delete the field that held a copy.',
      play: [
        { press: 'Evening: half price' },
        { press: 'Add a roll' },
        { say: 'Three rolls and a loaf for half the price: the total should be 2.20.' },
      ],
    },
  ),
  step(
    'takes-back',
    'A roll can be taken back',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (!tab.has(takeRoll))
        throw failure`Expected a button “Take back a roll” in the page, received none.`
      await tab.click(takeRoll)
      if (!shows(tab, '3.60'))
        throw failure`Expected a total of ${'3.60'} after one roll was taken back, received “${said(tab)}”.`
    },
    {
      hint: 'A button “Take back a roll” should take one roll out of the basket, and the total should follow. It needs a handler that changes the number of rolls, and an lv-click that names it. The view needs nothing new, because it works out the total from the fields. If the button is there, look at what its handler changes.',
    },
  ),
  step(
    'never-below',
    'An empty basket stays empty',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (let time = 1; time <= 3; time += 1) await press(tab, takeRoll)
      if (!shows(tab, '3.20'))
        throw failure`Expected a total of ${'3.20'} after three presses with two rolls in the basket, received “${said(tab)}”.`
    },
    {
      hint: 'Two rolls were in the basket, and somebody took three back. A button stays a button: visitors press it as often as they like, and only the handler knows what makes sense. Yours counts on below 0, so the loaf seems to get cheaper. Let the handler look at the number before it changes it.',
      play: [
        { press: 'Take back a roll' },
        { press: 'Take back a roll' },
        { press: 'Take back a roll' },
        { say: 'Only the loaf is left, so the total should be 3.20.' },
      ],
    },
  ),
])

/** A button that can't be pressed is a right answer too, where a press must change nothing. */
async function press(tab: Tab, button: Query) {
  const able = {
    ...button,
    find: (page: Parameters<Query['find']>[0]) =>
      button.find(page).filter((one) => !one.matches(':disabled')),
  }
  if (tab.has(able)) await tab.click(button)
}

const addRoll = byRole('button', { name: /add.*roll/i })
const addLoaf = byRole('button', { name: /add.*loaf/i })
const takeRoll = byRole('button', { name: /(take|back|remove).*roll/i })
const evening = byRole('button', { name: /evening|half/i })

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 100)

const shows = (tab: Tab, total: string) => said(tab).replaceAll(',', '.').includes(total)

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
