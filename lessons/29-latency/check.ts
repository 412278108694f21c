/** Is the board usable while answers take long? The check cuts the line, which is a latency without end. */
import { byRole, check, failure, type StepTools, step, within } from 'telar/testing'

export default check([
  step(
    'wish-without-a-trip',
    'A wish opens and closes without the server',
    async ({ visit }) => {
      const { tab, shown, press } = await open(visit)
      await press('Wish')
      if (tab.frames.length > 0)
        throw failure`Expected no frame for “Wish”, received ${tab.frames.length}.`
      if (!shown().includes('no onions'))
        throw failure`Expected the wish after the press, received “${shown()}”.`
      await press('Wish')
      if (shown().includes('no onions'))
        throw failure`Expected the wish to close again, received “${shown()}”.`
    },
    {
      hint: 'Opening the wish asks the server and waits for it, and that never needed the server: the text of the wish is in the page already, and whether one visitor has unfolded it is of no interest to the kitchen. What is only about looking can be done by the page itself, at once, with a command in lv-do-click that names what it shows or hides. Look at what the press of Wish sends up and at what comes back, and at toggle in the lesson.',
      play: [
        { press: 'Wish for Lentil soup' },
        { say: 'Watch how long the wish takes, and what crosses the wire.' },
      ],
    },
  ),
  step(
    'others-stay-usable',
    'Two orders can be cooked before the first answer comes',
    async ({ visit }) => {
      const { tab, press, shown } = await open(visit)
      await tab.disconnect()
      await press('Cook')
      await press('Cook', TROUT)
      await press('Wish')
      if (!shown().includes('no onions'))
        throw failure`Expected the wish while an answer is awaited, received “${shown()}”.`
      await tab.reconnect()
      for (const dish of [SOUP, TROUT]) {
        if (!shown(dish).includes('cooking'))
          throw failure`Expected “cooking” in the card of ${dish} after the answer, received “${shown(dish)}”.`
      }
    },
    {
      hint: 'One press locks the whole board until the answer comes, or for good. It keeps people from pressing twice, and from everything else as well: a cook with three orders in mind now works at the speed of the line. Only the button that was pressed has something to wait for. Mark that one, and leave the others alone; a button that is disabled also loses the focus of whoever uses the keyboard. Look at which elements your command reaches.',
      play: [{ press: 'Cook Lentil soup' }, { look: 'One more Lentil soup' }],
    },
  ),
  step(
    'press-says-so',
    'A press shows at once that it was heard',
    async ({ visit }) => {
      const { tab, press, markup } = await open(visit)
      const before = markup()
      await tab.disconnect()
      await press('Cook')
      if (markup() === before)
        throw failure`Expected the card of ${SOUP} to change with the press of “Cook”, received the same card.`
    },
    {
      hint: 'The press is on its way and nothing says so. If the handler sets a field for it, that news arrives too late: it travels to the server and back before it shows, with the answer or hardly before. Whoever waits without a sign presses again. The page has to speak by itself, the moment that the button goes down; lv-busy on the button is made for that, and it ends when the answer is there. Pull the latency to 1000 and look at the button.',
      play: [{ press: 'Cook Lentil soup' }, { say: 'Does anything show before the answer?' }],
    },
  ),
  step(
    'impatience',
    'An impatient second press is no second portion',
    async ({ visit }) => {
      const { tab, press, again, shown } = await open(visit)
      await tab.disconnect()
      const nth = await press('One more')
      await again(nth)
      await tab.reconnect()
      if (!/× 2\b/.test(shown()))
        throw failure`Expected two portions in the end, received “${shown()}”.`
      await press('One more')
      if (!/× 3\b/.test(shown()))
        throw failure`Expected a third portion by a press after the answer, received “${shown()}”.`
    },
    {
      hint: 'Two presses while the first one was on its way became two more portions, or the button no longer works afterwards. A person who sees nothing happen presses again and means the same thing, so until the answer is there a second press of this button should not count; after it, it should. Counting in the handler can’t tell impatience from appetite, since both look alike on the wire. Look at what the other button does while it waits.',
      play: [
        { press: 'One more Lentil soup' },
        { press: 'One more Lentil soup' },
        { say: 'One press too many?' },
      ],
    },
  ),
  step(
    'urgent-at-once',
    'Urgent looks at once as it will look later',
    async ({ visit }) => {
      const { tab, press, markup } = await open(visit)
      const calm = markup()
      await tab.disconnect()
      await press('Urgent')
      const atOnce = markup()
      await tab.reconnect()
      const later = markup()
      if (calm === later)
        throw failure`Expected ${SOUP} to be marked after the answer, received the same card as before.`
      if (atOnce !== later)
        throw failure`Expected the card at the press to be what it is after the answer, received another one.`
      await tab.disconnect()
      await press('Urgent')
      if (markup() !== calm)
        throw failure`Expected a second press to take the mark away at once, received a card that differs.`
      await tab.reconnect()
      if (markup() !== calm)
        throw failure`Expected a second press to take the mark away, received a card that differs.`
    },
    {
      hint: 'Marking an order as urgent all but never fails, and the page already knows what it will look like: there is no reason to show that it waits. Let a command beside the handler write what the answer is going to say, the same attribute with the same value, and let the handler do its work as before. Should the handler fail, the engine undoes what the command wrote. Look at the attribute that tells whether the order is urgent, before the press and after the answer.',
      play: [{ press: 'Urgent Lentil soup' }, { say: 'When does the mark appear?' }],
    },
  ),
])

const SOUP = 'Lentil soup'
const TROUT = 'Grilled trout'

async function open(visit: StepTools['visit']) {
  const tab = await visit()
  const card = (dish: string) => byRole('article', { name: dish })
  const names = () => tab.html(card(SOUP)).match(/<button[\s\S]*?<\/button>/g) ?? []
  return {
    tab,
    shown: (dish = SOUP) => tab.text(card(dish)).replace(/\s+/g, ' '),
    markup: () => tab.html(),
    /** Returns which button of the card it was: its words change while it waits. */
    async press(words: string, dish = SOUP) {
      const nth = names().findIndex((button) => button.includes(words))
      const button = within(card(dish), byRole('button', { name: new RegExp(`^${words}`) }))
      await tab.click(button).catch(() => {
        throw failure`Expected “${words}” of ${dish} to take a press, received a button that can’t be pressed.`
      })
      return nth
    },
    again: (nth: number) => tab.click(within(card(SOUP), byRole('button', { nth }))),
  }
}
