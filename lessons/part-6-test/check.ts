/** Is the guest list cheap on the wire and usable on a slow line? */
import { byRole, check, failure, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'turns-round',
    'Fifty guests turn round in 40 bytes',
    async ({ visit }) => {
      const { tab, rows, press } = await open(visit)
      const before = rows()
      await press('Turn round')
      const shown = rows()
      const at = shown.findIndex((row, i) => row !== before[before.length - 1 - i])
      if (at >= 0 || shown.length !== 50)
        throw failure`Expected all ${50} guests the other way round, received “${shown[Math.max(0, at)] ?? ''}” in line ${at + 1}.`
      if (tab.bytes > 40)
        throw failure`Expected at most ${40} bytes for the turn, received ${tab.bytes}.`
    },
    {
      hint: 'Every line is written again, where only their order has changed. A line is known from one render to the next by its key, and a key that says at which place it is belongs to another guest after the turn. Give each line a key that goes along with its guest. Lesson 28 had the same with orders.',
    },
  ),
  step(
    'one-more-in-ten',
    'One companion more costs 10 bytes at most',
    async ({ visit }) => {
      const { tab, rows, press } = await open(visit)
      const before = rows()
      await press(/^Plus one .*Bruno Costa$/)
      const changed = rows().filter((row, i) => row !== before[i])
      if (changed.length !== 1 || !changed[0]?.includes('Bruno') || companionsIn(changed[0]) !== 1)
        throw failure`Expected Bruno Costa to have ${1} companion and all others none, received “${changed.join(', ')}”.`
      if (tab.bytes > 10) throw failure`Expected at most ${10} bytes, received ${tab.bytes}.`
    },
    {
      hint: 'One digit has changed, and more than a digit came down. What is in one value travels as one text: a sentence that is put together inside the braces travels as a whole. Write what never changes into the template, outside of the braces, so that only the number is a value. Lesson 5 has more on what a change costs.',
    },
  ),
  step(
    'table-without-a-trip',
    'The table shows and hides without the server',
    async ({ visit }) => {
      const { tab, rows, press } = await open(visit)
      const line = () => rows().find((row) => row.includes('Carla Costa')) ?? ''
      if (line().includes('Seat'))
        throw failure`Expected no table before the press, received “${line()}”.`
      await press(/^Table .*Carla Costa$/)
      if (tab.frames.length > 0)
        throw failure`Expected no frame for “Table”, received ${tab.frames.length}.`
      if (!line().includes('Seat 3'))
        throw failure`Expected “Seat 3” after the press, received “${line()}”.`
      await press(/^Table .*Carla Costa$/)
      if (line().includes('Seat'))
        throw failure`Expected the table to hide again, received “${line()}”.`
    },
    {
      hint: 'Which line somebody has unfolded is of no interest to the server, and asking it takes as long as the line is slow. The table of each guest can be in the page from the start, hidden, and a command in lv-do-click shows and hides it. Each one needs a name of its own for that. Lesson 29 had the same with wishes.',
    },
  ),
  step(
    'impatience',
    'A second press before the answer does not count',
    async ({ visit }) => {
      const { tab, rows, press } = await open(visit)
      const line = (name: string) => rows().find((row) => row.includes(name)) ?? ''
      const nth = (tab.html().match(/<button[\s\S]*?<\/button>/g) ?? []).findIndex(
        (button) => button.includes('Plus one') && button.includes('Bruno Costa'),
      )
      await tab.disconnect()
      await press(/^Plus one .*Bruno Costa$/)
      await tab.click(byRole('button', { nth }))
      await press(/^Plus one .*Carla Costa$/)
      await tab.reconnect()
      if (companionsIn(line('Bruno Costa')) !== 1)
        throw failure`Expected Bruno Costa to have ${1} companion after two quick presses, received “${line('Bruno Costa')}”.`
      await press(/^Plus one .*Bruno Costa$/)
      if (companionsIn(line('Bruno Costa')) !== 2)
        throw failure`Expected Bruno Costa to have ${2} companions after one more press, received “${line('Bruno Costa')}”.`
      if (companionsIn(line('Carla Costa')) !== 1)
        throw failure`Expected Carla Costa to have ${1} companion, received “${line('Carla Costa')}”.`
    },
    {
      hint: 'Somebody pressed twice because nothing happened, and meant once. Until the answer is there, a second press of the same button should not leave the page, while all other buttons go on working. The server can’t tell the two presses from two companions; the page can, with a mark on the button. Lesson 29 had the same with portions.',
    },
  ),
])

/** The only number in a line whose table is hidden. */
const companionsIn = (row: string) => Number(/\d+/.exec(row)?.[0])

async function open(visit: StepTools['visit']) {
  const tab = await visit()
  return {
    tab,
    rows: () =>
      tab
        .text(byRole('list'))
        .split('\n')
        .map((row) => row.replace(/\s+/g, ' ').trim()),
    press: (name: string | RegExp) => tab.click(byRole('button', { name })),
  }
}
