/** Does a vote cost what changes, a number, and does closing the vote leave the page in its place? */
import { byRole, check, failure, type Hint, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'votes-count',
    'A vote for a bread counts',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const bread of BREADS) {
        const before = tab.text()
        await tab.click(vote(bread))
        const sum = sumOf(before) + 1
        if (sumOf(tab.text()) !== sum)
          throw failure`Expected ${sum} votes in the page altogether, received “${short(tab)}”.`
      }
    },
    {
      hint: 'A press on one of the three buttons has to add one vote to its bread, and to no other. Before you make a page cheap, it has to be right: a page that shows nothing new costs nothing either. Look at which button names which handler, which field each handler changes, and whether the template shows that field.',
    },
  ),
  step(
    'vote-costs-nine',
    'A vote brings at most 9 bytes',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const bread of BREADS) {
        await tab.click(vote(bread))
        if (tab.bytes > 9)
          throw failure`Expected a vote to bring at most ${9} bytes, received ${tab.bytes}.`
      }
    },
    {
      hint: ({ files }) =>
        codeOf(files).includes('raw(')
          ? 'A vote changes a number, and far more than a number travels. To the engine, what is in raw(…) is one value. It doesn’t look inside for elements, so it can only compare all of it with all of it, and send all of it. Write the markup in the literal itself, and put each number into braces of its own.'
          : 'A vote changes a number, and a whole sentence travels. You put the sentence together in TypeScript, so the engine receives one single text, finds that it isn’t the same as before, and sends it. It can’t know which part is new. Write the words in the html literal, and put each number into braces of its own.',
      play: [
        { press: 'Vote for rye' },
        { say: 'Look at the wire: how much of what came down is new?' },
      ],
    },
  ),
  step(
    'closes',
    'The vote can be closed, and opened again',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const open = tab.text()
      await tab.click(turn)
      const closed = tab.text()
      if (closed === open || !/closed/i.test(closed))
        throw failure`Expected the page to say that the vote is closed, received “${short(tab)}”.`
      await press(tab, vote('rye'))
      if (tab.text() !== closed)
        throw failure`Expected a vote to change nothing while the vote is closed, received “${short(tab)}”.`
      await tab.click(turn)
      if (tab.text() !== open)
        throw failure`Expected the page to be as before once the vote is open again, received “${short(tab)}”.`
    },
    {
      hint: 'Closing the vote has to do what it did at first: the page says that the vote is closed, a press on a bread changes nothing, and the same button opens it again. While the template became smaller, one of these got lost. Look at what the page says in each of the two states, and at the handler behind the button.',
    },
  ),
  step(
    'keeps-focus',
    'Whoever closes the vote keeps the focus on the button',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.focus(turn)
      await tab.click(turn)
      if (!tab.focused(turn))
        throw failure`Expected the focus to stay on the button that was pressed, received a page in which it is gone.`
    },
    {
      hint: 'You have two literals, one for each state, and most of their markup is the same. To the engine they are two different templates: it takes everything that the one has painted out of the page and puts in what the other says. The pressed button is gone, and with it the focus of whoever uses the keyboard. Write the common markup once.',
      play: [
        { press: 'Close the vote' },
        { say: 'The button looks the same. It is another one, and the focus is gone.' },
      ],
    },
  ),
  step(
    'closing-costs-sixty',
    'Closing the vote brings at most 60 bytes',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(turn)
      if (tab.bytes > 60)
        throw failure`Expected at most ${60} bytes when the vote is closed, received ${tab.bytes}.`
    },
    {
      hint: 'The button stays now, and closing the vote still brings more than the words that change. Part of the page is written once for each state, so the engine takes the old part out and puts the new one in, with all its markup. Choose between the two words, not between the two paragraphs: put only the word that differs into the braces.',
      play: [{ press: 'Close the vote' }, { say: 'Two words differ. Look at how much came down.' }],
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

const BREADS = ['rye', 'wheat', 'spelt']

const vote = (bread: string) => byRole('button', { name: new RegExp(bread, 'i') })

const turn = byRole('button', { name: /close|open/i })

const sumOf = (text: string) =>
  (text.match(/\d+/g) ?? []).reduce((sum, number) => sum + Number(number), 0)

const short = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 80)

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')
