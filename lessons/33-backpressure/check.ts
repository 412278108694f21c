/** Does the page show the newest of each oven, count all, and stay small while a tab is away? */
import { byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'newest-of-each',
    'One line for each oven, with its newest reading',
    async ({ visit }) => {
      const tab = await visit()
      await send(tab)
      const lines = tab
        .text()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /^Oven \d/.test(line))
      if (lines.length !== 4)
        throw failure`Expected a line for each of ${4} ovens, received ${lines.length} lines.`
      const wanted = ['Oven 1: 212 °C', 'Oven 2: 219 °C', 'Oven 3: 186 °C', 'Oven 4: 193 °C']
      const missing = wanted.find((line) => !lines.includes(line))
      if (missing)
        throw failure`Expected “${missing}” after 500 readings, received “${lines.join(', ')}”.`
    },
    {
      hint: ({ message }) =>
        /received (\d+) lines/.test(message)
          ? 'The page shows all that has ever come, and each new reading makes it longer. Nobody reads five hundred lines to learn how hot the oven is now. A feed of measurements is not a list that grows but a few values that change: the newest of each oven. When a value is replaced before anyone has seen it, nothing is lost that someone wanted. Look at what hear does with a reading whose oven is known already.'
          : 'The line of an oven shows an old reading while newer ones are here already. If they wait in a line of your own and are shown one after another, the page falls behind, and further behind the faster they come: a queue without an end makes everything in it late. The newest reading may overtake all others, because they say the same thing about an earlier moment. Look at what happens between hearing a reading and keeping it.',
      play: [{ press: 'Send 500 readings' }, { say: 'How hot is oven 3 now?' }],
    },
  ),
  step(
    'counts-all',
    'Every reading is counted',
    async ({ visit }) => {
      const tab = await visit()
      for (let burst = 1; burst <= 3; burst += 1) {
        await send(tab)
        counts(tab, burst * 500)
      }
    },
    {
      hint: 'Some readings were thrown away before they were counted. To skip what nobody has to see is right; to skip what has happened is not, and on this side of the wire you cannot know yet which it will be. Take every message in, let it change the state, and leave the skipping to the engine: it makes a frame only when the tab can take one, always of the newest state. Look at the condition under which your handler returns early.',
    },
  ),
  step(
    'meter-clicks',
    'The meter clicks for whoever is there',
    async ({ visit }) => {
      const tab = await visit()
      await send(tab)
      if (!tab.messages.some(({ kind }) => kind === 'pushed'))
        throw failure`Expected a click of the meter for a tab that is there, received none.`
    },
    {
      hint: 'The page is quiet now: nothing tells its script that readings have come. It is true that clicks were most of what piled up for a tab that is away. But a tab that is there should still hear them, as it did before. The answer is a push that gives way to a newer one of its name, and not to say nothing. Look at what push takes besides the name and the value.',
    },
  ),
  step(
    'stalled-tab',
    'A tab that was away is right again in 300 bytes',
    async ({ visit }) => {
      const tab = await visit()
      const stalled = await tab.another()
      await stalled.disconnect()
      for (let burst = 0; burst < 5; burst += 1) await send(tab)
      await stalled.reconnect()
      counts(stalled, 2500)
      if (stalled.bytes > 300)
        throw failure`Expected at most ${300} bytes to catch up with 2500 readings, received ${stalled.bytes}.`
    },
    {
      hint: 'One tab could not take anything for a while, and what was meant for it piled up. State never piles up: there is one, the newest, and the difference to it is made when the tab is back. What is pushed is no state, so each push has to wait in a queue, which ends at a thousand and then fails, or arrives in one heap that is out of date. Look at what you tell the tab beside its state, and at how push can be told that only the newest of its name counts.',
      play: [
        { cut: 4000 },
        { press: 'Send 500 readings' },
        { say: 'What waits for this page meanwhile?' },
      ],
    },
  ),
  step(
    'small-state',
    'The state stays small after 2000 readings',
    async ({ visit, component }) => {
      // A component of this visit may hold 2 KB, and the engine refuses the turn that makes it more.
      const tab = await visit(component, { limits: { stateBytes: 2048 } })
      for (let burst = 1; burst <= 4; burst += 1) {
        await send(tab).catch((error: Error) => {
          throw failure`Expected components whose state takes 2 KB at most after ${burst * 500} readings, received: ${error.message}`
        })
      }
      counts(tab, 2000)
    },
    {
      hint: 'The page is small and what you keep for it grows with every reading. State is written down after each turn and held for each visitor, so a list without an end costs time and memory first, and at one megabyte the turn that made it too large fails and is taken back. Ask of each field who will ever read its oldest entry. What is shown here needs a number and four values. Look at which of your fields still knows the first reading.',
    },
  ),
])

const send = (tab: Tab) => tab.click(byRole('button', { name: 'Send 500 readings' }))

function counts(tab: Tab, total: number) {
  const shown = Number(/(\d+) readings so far/.exec(tab.text())?.[1])
  if (shown !== total) throw failure`Expected ${total} readings to be counted, received ${shown}.`
}
