/** Does the page stay awake while the timetable takes its time? */
import { byRole, check, failure, type Hint, step, type Tab } from 'telar/testing'

export default check([
  step(
    'whole-at-first',
    'The page arrives with times in it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (!tab.text().includes('14:02'))
        throw failure`Expected the first page to have a bus at ${'14:02'} in it, received “${said(tab)}”.`
    },
    {
      hint: 'The page came without the times of the first stop. A value that loads begins with the component, and the first page waits for it for two seconds, so that it can arrive whole. Check whether the field with load(…) is in the class and is not made later, whether it asks for the stop that is shown first, and whether the template shows its value once its state is done.',
    },
  ),
  step(
    'answers-at-once',
    'A press is answered before the times are there',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(button('Harbour'))
      if (tab.text().includes('14:07'))
        throw failure`Expected an answer to “${'Harbour'}” before its times were there, received nothing until then.`
      if (tab.text().includes('14:02'))
        throw failure`Expected the times of the castle to go when “${'Harbour'}” was pressed, received “${said(tab)}”.`
      await until(tab, '14:07')
      if (!tab.text().includes('14:07'))
        throw failure`Expected the bus at ${'14:07'} two seconds after “${'Harbour'}” was pressed, received “${said(tab)}”.`
    },
    {
      hint: hintForAnswer,
      play: [{ press: 'Harbour' }, { say: 'You have pressed. Does the page know?' }],
    },
  ),
  step(
    'newest-wins',
    'The stop that was pressed last is the one that stays',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(button('Harbour'))
      await tab.click(button('Castle'))
      await until(tab, '14:07', 1500)
      if (tab.text().includes('14:07') || !tab.text().includes('14:02'))
        throw failure`Expected the times of the castle, which was pressed after the harbour, received “${said(tab)}”.`
    },
    {
      hint: 'The harbour was asked first and answered last, and its times have been written over those of the castle. Two questions were on their way, and whichever answer comes later wins, however old its question is. Every answer would have to know whether it is still wanted. load(…) keeps track of that: its reload drops what was asked before, and the signal that your function gets can stop that work, too.',
      play: [
        { press: 'Harbour' },
        { press: 'Castle' },
        { wait: 1500 },
        { say: 'The heading and the times are of two different stops.' },
      ],
    },
  ),
  step(
    'failure-is-said',
    'What fails is said, and can be tried again',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(button('Bridge'))
      await until(tab, '\u0000', 700)
      if (!tab.has(again))
        throw failure`Expected a button “${'Try again'}” after the timetable failed, received “${said(tab)}”.`
      await tab.click(again)
      if (tab.cost.ops === 0)
        throw failure`Expected “${'Try again'}” to ask again and to say so, received a page that does not change.`
    },
    { hint: hintForFailure },
  ),
  step(
    'reported-once',
    'An impatient second press is not a second report',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const late = button('A bus is late')
      await Promise.all([tab.click(late), tab.click(late).catch(() => {})])
      await until(tab, '1 report', 1500)
      if (!/\b1 report/.test(tab.text()))
        throw failure`Expected ${'1 reports'} after two quick presses on “${'A bus is late'}”, received “${said(tab)}”.`
    },
    {
      hint: 'Sending takes more than half a second, and the button says nothing, so people press it again. Both presses are valid events, and both are counted. You could keep a field that says whether a report is on its way, but the second press leaves the page before the server can tell it that. The page itself has to hold it back: there is a modifier for a button that is busy, and it can show a text meanwhile.',
      play: [
        { press: 'A bus is late' },
        { press: 'A bus is late' },
        { wait: 1500 },
        { say: 'One late bus, two reports.' },
      ],
    },
  ),
])

function hintForAnswer({ message, files }: Failure): string {
  const code = Object.values(files ?? {}).join('\n')
  if (message.includes('of the castle to go') && /\breload\(/.test(code))
    return 'The page says that it is asking for the harbour, or nothing at all, and still lists the buses of the castle. Somebody in a hurry reads them as those of the harbour. While it loads, a value keeps what it had before: that is good for the same list once more, and wrong for another stop. Show the value when the state is done, and something else until then.'
  if (/await departures/.test(code))
    return 'The handler waits for the timetable, and the whole queue waits with it: the server handles the events of a visitor one after another, and the next begins when this one has ended. So the page hears nothing for almost a second, and a press in the meantime waits as well. A handler should start what takes long, and end. A field made with load(…) waits outside the queue, and has a state to show.'
  return 'After the press, the page should say at once that something is on its way, and show the buses when they are there. Let the handler change the stop and ask the loading field to load again. Then look at what the template shows for each state of that field, and whether the function in load(…) reads the stop at the time when it is called.'
}

function hintForFailure({ message }: Failure): string {
  if (message.includes('does not change'))
    return 'The button is there and leads nowhere. To try again is to load once more, and a loading field has a method for that, which you can hand to the button as it is, without parentheses. While it asks, its state is loading again, so the page changes at once if the template says something for that state. Look at both: the handler of the button, and what is shown meanwhile.'
  return 'A value that loads has three states, and the template speaks of two. When the timetable fails there is a third, and whoever looks at the page sees the same as while it loads, for ever: no reason, no way out. Say in the template what is there when the state is failed, in words for people, and offer them to try again. The error itself is for you and the log.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

/** Whatever its name: the button that is there besides the others. */
const again = byRole('button', { name: /^(?!(Castle|Harbour|Bridge|A bus is late)$)/, nth: 0 })

const button = (name: string) => byRole('button', { name })

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)

/** Waits in real time, since the timetable does: until the page says it, or for so long. */
async function until(tab: Tab, words: string, ms = 2000) {
  for (const end = Date.now() + ms; Date.now() < end && !tab.text().includes(words); ) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    await tab.settled()
  }
}
