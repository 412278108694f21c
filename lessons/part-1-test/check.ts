/** Is it a waiting room: names in order, one at the desk with the seconds, right after a break, cheap by the second? */
import { byRole, check, failure, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'takes-names',
    'Two people take a number and wait in order',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const what of [field, take, next]) {
        if (!tab.has(what))
          throw failure`Expected a field “Name” and the buttons “Take a number” and “Next” in the page, received “${short(tab)}”.`
      }
      await arrive(tab, 'Ana', 'Ben')
      const text = tab.text()
      if (!(text.includes('Ana') && text.indexOf('Ana') < text.indexOf('Ben')))
        throw failure`Expected Ana and Ben to wait, in this order, received “${short(tab)}”.`
      if (!numbersIn(tab).includes(2))
        throw failure`Expected the page to say that ${2} are waiting, received “${short(tab)}”.`
    },
    {
      hint: 'Begin with what a visitor does first: write a name and take a number. The field tells the server each letter through lv-input, and its handler keeps the text. The button adds that text to a list in the state. The view shows the list and its length. Lessons 1 and 4 have all the pieces for this.',
    },
  ),
  step(
    'own-room',
    'Another visitor has a waiting room of their own',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await arrive(tab, 'Ana')
      const later = await tab.another()
      for (const one of [other, later]) {
        if (says(one, 'Ana'))
          throw failure`Expected an empty waiting room for another visitor, received “${short(one)}”.`
      }
    },
    {
      hint: 'Ana waits in one page, and appears in the page of a stranger too. What is outside the class, or is static, exists once in the server process, and every visitor reads it. What belongs to one visitor is in the fields of the component, of which each visitor gets one. Lesson 1 had the same with a count.',
    },
  ),
  step(
    'clears-field',
    'The field is empty afterwards, and nobody without a name waits',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await arrive(tab, 'Ana')
      if (tab.value(field) !== '')
        throw failure`Expected an empty field after the number was taken, received “${tab.value(field)}”.`
      await press(tab, take)
      if (numbersIn(tab).includes(2))
        throw failure`Expected ${1} to wait after a press without a name, received “${short(tab)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('an empty field')
          ? 'The name is taken, and it is still in the field. A field without a value in the template belongs to the visitor alone, so an empty state says nothing to it. Tie the value of the field to the state, as in lesson 4, and let the handler empty the state after the name has gone into the list.'
          : 'Somebody pressed the button without a name, and the room has one more person. A button can be pressed at any time, so the handler has to look at what there is before it changes anything. An empty text is what the state holds when nothing is in the field: then the handler should end at once.',
    },
  ),
  step(
    'calls-next',
    'Next calls them one by one, and nobody when nobody waits',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await arrive(tab, 'Ana', 'Ben')
      await tab.click(next)
      if (!(says(tab, 'Ana') && numbersIn(tab).includes(1)))
        throw failure`Expected Ana at the desk and ${1} waiting, received “${short(tab)}”.`
      await tab.click(next)
      if (says(tab, 'Ana') || !says(tab, 'Ben'))
        throw failure`Expected Ben at the desk and Ana gone, received “${short(tab)}”.`
      const before = tab.text()
      await press(tab, next)
      if (tab.text() !== before)
        throw failure`Expected nothing to change when nobody is waiting, received “${short(tab)}”.`
    },
    {
      hint: 'A press on Next takes the first name out of the list and puts it where the page shows who is at the desk. Whoever was there before is gone. How many wait follows from the list, so it needs no field. And when the list is empty there is nobody to call: then the handler should leave everything as it is.',
    },
  ),
  step(
    'counts-seconds',
    'The seconds at the desk go on, and start again with the next one',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await arrive(tab, 'Ana', 'Ben')
      await tab.clock.advance(5000)
      await tab.click(next)
      for (let second = 0; second < 37; second += 1) await tab.clock.advance(1000)
      if (!numbersIn(tab).includes(37))
        throw failure`Expected ${37} seconds at the desk, received “${short(tab)}”.`
      await tab.click(next)
      if (numbersIn(tab).includes(37))
        throw failure`Expected the seconds to start again with Ben, received “${short(tab)}”.`
    },
    {
      hint: 'The page has to change without anyone touching it, so it needs a timer that the engine knows, as in lesson 3. Keep the moment at which somebody was called, and let each tick set a field to what time it is now. The seconds are the difference, and with the next call the moment is a new one.',
    },
  ),
  step(
    'right-after-a-break',
    'The seconds are right after a cut network and a restart',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await arrive(tab, 'Ana')
      await tab.click(next)
      await tab.disconnect()
      await tab.clock.advance(70_000)
      await tab.reconnect({ restarted: true })
      await tab.clock.advance(1000)
      if (!numbersIn(tab).includes(71))
        throw failure`Expected ${71} seconds at the desk after the break, received “${short(tab)}”.`
    },
    {
      hint: 'While the server was away, real time went on, and your seconds did not. Either the timer was started where a new process doesn’t come by again, or the seconds are counted tick by tick, and the missed ones are missing. Start the timer in connected(), and work the seconds out from two moments instead of adding them up.',
    },
  ),
  step(
    'second-costs-ten',
    'A second brings at most 10 bytes',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await arrive(tab, 'Ana')
      await tab.click(next)
      for (let second = 1; second <= 12; second += 1) {
        await tab.clock.advance(1000)
        if (tab.bytes > 10)
          throw failure`Expected a second to bring at most ${10} bytes, received ${tab.bytes}.`
      }
    },
    {
      hint: 'Each second one number changes, and more than a number comes down. The engine compares what is in each pair of braces, and sends all of it when a part is different. So a sentence that you put together in TypeScript travels as a sentence. Keep the words in the literal, and only the number of seconds in its braces.',
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

const field = byRole('textbox', { nth: 0 })
const take = byRole('button', { name: /take/i })
const next = byRole('button', { name: /next/i })

async function arrive(tab: Tab, ...names: string[]) {
  for (const name of names) {
    await tab.fill(field, name)
    await tab.click(take)
  }
}

const says = (tab: Tab, name: string) => tab.text().includes(name)

const numbersIn = (tab: Tab) => (tab.text().match(/\d+/g) ?? []).map(Number)

const short = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 100)
