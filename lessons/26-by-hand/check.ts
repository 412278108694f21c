/** Does the reader's client show what comes, name places, number what it sends, and send again what was lost? */
import { byRole, check, failure, type StepTools, step } from 'telar/testing'

export default check([
  step(
    'shows-what-comes',
    'What the server says appears in the page',
    async ({ visit }) => {
      const tab = await open(visit)
      await tab.press('Let the oven ring')
      tab.expect(24, 0)
      await tab.press('Let the oven ring')
      tab.expect(36, 0)
    },
    {
      hint: 'The bakery has spoken: its update is in the list, with the new text and the place where it belongs, but nobody writes it into the page. That is the work of receive(). Go through the operations of the update one by one; the target of each setText says which of the texts it is for. Nothing is counted here: a client that takes what it is told can’t be wrong about the sum.',
      play: [
        { press: 'Let the oven ring' },
        { say: 'The bakery says 24. The page should say it too.' },
        { look: 'The page' },
      ],
    },
  ),
  step(
    'press-is-heard',
    'The server understands a press',
    async ({ visit }) => {
      const tab = await open(visit)
      await tab.press('Sell one')
      tab.expect(11, 1)
      const other = await open(visit)
      await other.press('Bake twelve')
      other.expect(24, 0)
    },
    {
      hint: ({ files = {} }) =>
        /\bslot\b[^(){}]*\bseq\b|\bseq\b[^(){}]*\bslot\b/.test(files['client.ts'] ?? '')
          ? 'The message goes up and the bakery does not take it: look at its answer in the list, which says what it missed. A message of a press has a type, the slot that was pressed, a number of its own in seq, the first of which is 1, and the frame that the page has seen last. Compare yours with the one in the lesson, field by field, and with what messages.ts says of a message.'
          : 'The message says the name of a method, or no place at all. The server has never told the page what its methods are called, and it does not look for names that come from outside: whoever could send a name could call anything. A press names the place that was pressed, and the server knows what it has put there. Look at the answer in the list and at the fields of a message in messages.ts.',
      play: [{ press: 'Sell one' }, { say: 'Read the bakery’s answer, the line with ↓.' }],
    },
  ),
  step(
    'every-press-counts',
    'Three presses are three presses',
    async ({ visit }) => {
      const tab = await open(visit)
      for (let press = 0; press < 3; press += 1) await tab.press('Sell one')
      tab.expect(9, 3)
    },
    {
      hint: 'The first press arrives and the next ones bring nothing, not even an answer. To the bakery they are the same message once more: networks do deliver twice, and selling two loaves for one press would be worse than asking again. It tells messages apart by seq alone. So each press needs the next number, counted from 1 without a gap, and the page has to remember which was the last. Look at what comes after seq in your list.',
      play: [
        { press: 'Sell one' },
        { press: 'Sell one' },
        { say: 'Two presses, one loaf. Compare the two messages that went up.' },
      ],
    },
  ),
  step(
    'newest-frame',
    'A press names the newest frame that the page has seen',
    async ({ visit }) => {
      const tab = await open(visit)
      // Each ring and each sale is answered by one frame.
      for (const newest of [1, 3]) {
        await tab.press('Let the oven ring')
        await tab.press('Sell one')
        const named = tab.lastSent().frame
        if (named !== newest)
          throw failure`Expected a message with frame ${newest}, received frame ${named}.`
      }
    },
    {
      hint: 'The message names an older frame than the one that the page shows. The server numbers its updates: a press names the newest one that the page has seen, so the server knows what the visitor had in front of them. If the number never changes, a press on the page of an hour ago looks like a press on the page of now. Each update brings its own number. Look at what your client writes down when an update comes, besides the texts.',
      play: [
        { press: 'Let the oven ring' },
        { press: 'Sell one' },
        { say: 'Compare the frame in the last line with ↑ and in the line with ↓ above it.' },
      ],
    },
  ),
  step(
    'lost-message',
    'What was lost on the way arrives after all',
    async ({ visit }) => {
      const tab = await open(visit)
      await tab.press('Sell one')
      await tab.press('Lose the next message')
      await tab.press('Bake twelve')
      await tab.press('Sell one')
      tab.expect(22, 2)
      const { lost, repeated } = tab.lost()
      if (!repeated) throw failure`Expected the lost message again as it was: ${lost}`
      await tab.press('Sell one')
      tab.expect(21, 3)
    },
    {
      hint: ({ message }) =>
        message.includes('as it was')
          ? 'The message that was lost arrives, but it is not the one that was sent: something in it has changed before the second try. Its frame says what the visitor had in front of them when they pressed, and that was the page of then, not the page of now. Keep the message itself, and send that one again. Compare the line with ✗ and the line with ↑ that repeats it.'
          : message.includes('never stop')
            ? 'Client and bakery send the same things round in a circle. The bakery waits for exactly one number, and your client answers with another: the lost message got a new one, or a later message goes out in its place. Then the old one is still missing, and the bakery says so again. What goes out a second time is the very message that went out the first time. Look at the seq of what you return when the server speaks of a gap.'
            : 'One message was lost, and the bakery notices by the next one: its number is too high. It takes nothing out of order and says gap, with the number that it expects. Your client hears that and has nothing to send again, or not all of it. Keep what you have sent until an update acknowledges it, and on a gap return everything from the expected number on, in order. Look at the last lines of the list: what follows the gap?',
      play: [
        { press: 'Lose the next message' },
        { press: 'Sell one' },
        { press: 'Sell one' },
        {
          say: 'Two loaves should be gone. The line with ✗ never arrived, and the bakery asks for it.',
        },
      ],
    },
  ),
])

async function open(visit: StepTools['visit']) {
  const tab = await visit()
  const lines = () =>
    tab
      .text(byRole('list'))
      .split('\n')
      .map((line) => line.trim())
  return {
    press: (name: string) => tab.click(byRole('button', { name })),
    lastSent() {
      const last = lines().findLast((line) => line.startsWith('↑')) ?? '{}'
      return JSON.parse(last.slice(last.indexOf('{'))) as { frame: number }
    },
    lost() {
      const lost = lines().find((line) => line.startsWith('✗')) ?? ''
      return { lost: lost.slice(1).trim(), repeated: lines().includes(lost.replace('✗', '↑')) }
    },
    expect(loaves: number, sold: number) {
      const shown = tab.text(byRole('status'))
      const [first, second] = (shown.match(/-?\d+/g) ?? []).map(Number)
      if (first === loaves && second === sold) return
      throw failure`Expected the page to say ${loaves} loaves and ${sold} sold, received “${shown}”.`
    },
  }
}
