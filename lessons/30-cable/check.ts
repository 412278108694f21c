/** Does the page say that it is cut off, go on, and come back without a herd? */
import { byRole, check, failure, type StepTools, step, type Tab } from 'telar/testing'

export default check([
  step(
    'announced',
    'The page says that it has no connection',
    async ({ visit, files = {} }) => {
      const tab = await visit()
      if (!/No connection/.test(tab.text()) && !/No connection/.test(tab.html()))
        throw failure`Expected the words “No connection” in the page, received “${tab.text()}”.`
      const styles = Object.entries(files).filter(([name]) => name.endsWith('.css'))
      if (!styles.some(([, css]) => css.includes('[data-telar')))
        throw failure`Expected a style rule for [data-telar=…], received none.`
    },
    {
      hint: 'The words are there and nothing in the page says when they should show: they stay hidden while the connection is cut, and whoever presses in vain thinks that your board is broken. The server can’t help, because it is the one that can’t be reached. The client writes the state of its connection on the root element, as an attribute that style sheets can ask for. Look at the list of its values in the lesson, and write a rule that shows the notice for the right one.',
      play: [
        { cut: 8000 },
        { say: 'You have no connection for eight seconds. Press “One more guest” a few times.' },
      ],
    },
  ),
  step(
    'goes-on',
    'What is pressed meanwhile arrives, and the page stays',
    async ({ visit }) => {
      const tab = await visit()
      const guest = byRole('button', { name: 'One more guest' })
      await tab.click(guest)
      await tab.disconnect()
      await tab.click(guest)
      await tab.click(guest)
      await tab.reconnect()
      stays(tab)
      if (!/\b3 guests/.test(tab.text()))
        throw failure`Expected 3 guests, received “${tab.text()}”.`
      await tab.disconnect()
      await tab.clock.advance(120_000)
      await tab.click(guest)
      await tab.reconnect()
      stays(tab)
      if (!/\b4 guests/.test(tab.text()))
        throw failure`Expected 4 guests after two minutes without a connection, received “${tab.text()}”.`
    },
    {
      hint: 'The connection is back, and your code throws away what had survived: it loads the page again or sets the count again. connected() runs each time that a process takes over the session, the first time and after every break, so it is no sign that anything is lost. The client has kept the presses and sends them by number; the server has kept the state. A page that is loaded again begins a new session, and drops what was typed and not sent. Look at what happens in connected().',
    },
  ),
  step(
    'no-herd',
    'The server comes back and is not trampled',
    async ({ visit }) => {
      const { worst } = await pull(visit, 'Server away for ten seconds')
      if (worst > 70)
        throw failure`Expected at most ${70} tries in the fullest second after the return, received ${worst}.`
    },
    {
      hint: ({ files = {} }) =>
        /chance/.test(bodyOf(files['delay.ts'] ?? ''))
          ? 'The tries are spread and still too many for one second, because the tablets hardly wait longer however often they fail. A server that is newly back lets in a few at a time and turns the others away, which costs it work too. Each failed try is news: it says that more patience is needed. So the longest wait should grow with each attempt until it is some ten or twenty seconds, with chance choosing a time below it. Look at the bars after the return.'
          : /attempt/.test(bodyOf(files['delay.ts'] ?? ''))
            ? 'The tablets wait longer each time, and all of them equally long: they lost the connection at the same moment, so they knock at the same moment, fail together and wait together once more. Growing waits alone move the crowd without thinning it out. This is what chance is for, another number for each tablet and try: it should spread the tries over the whole of the time that may be waited. Look at the bars, which are far apart and are as high as the first.'
            : 'Two hundred tablets try in the same second, and in the next, and again. A server that comes back needs a moment for each of them, and spends it on telling the others to wait. What is harmless for one tablet is a flood from all, because they lost the connection together. Let the wait grow with each attempt, and let chance choose within it, so that they do not knock together. Look at the bars: how many tries were for nothing?',
      play: [{ press: 'Server away for ten seconds' }, { look: 'Tries in each second' }],
    },
  ),
  step(
    'short-cut',
    'A short cut is over soon',
    async ({ visit }) => {
      const { first } = await pull(visit, 'Server away for ten seconds')
      if (first < 100)
        throw failure`Expected at least ${100} of 200 tablets to try within the first second, received ${first} tries.`
    },
    {
      hint: 'Most cuts last a second or less: a lift, a door, a deploy. Your tablets spread out well, and take their time from the first attempt on, so a visitor who was cut off for a moment stares at a dead page for many seconds. The first tries should come soon, within half a second or so, and only the failures that follow should make the wait long. Look at what your function gives for attempt 0, with a chance of 0.5.',
      play: [
        { press: 'Server away for ten seconds' },
        { say: 'How many have tried in the first second?' },
      ],
    },
  ),
  step(
    'long-cut',
    'After a minute without a server all are back within 45 seconds',
    async ({ visit }) => {
      const { back } = await pull(visit, 'Server away for a minute')
      if (back > 45)
        throw failure`Expected all tablets to be back ${45} seconds after the return, received ${back}.`
      const short = await pull(visit, 'Server away for ten seconds')
      if (short.back > 45)
        throw failure`Expected all tablets to be back ${45} seconds after the return, received ${short.back}.`
    },
    {
      hint: 'The server has long been there, and some tablets sleep on. A wait that doubles each time is short at first and then, after ten failures, many minutes; whoever drew such a number shortly before the return sits it out to the end. Patience needs an upper bound, after which it does not grow any more: long enough to spare the server, short enough for a person who waits. Some ten to twenty seconds do. Look at what your function gives for attempt 12.',
      play: [{ press: 'Server away for a minute' }, { look: 'Tries in each second' }],
    },
  ),
])

async function pull(visit: StepTools['visit'], name: string) {
  const tab = await visit()
  await tab.click(byRole('button', { name }))
  const [first = 0, worst = 0, back = 0] = (tab.text(byRole('list')).match(/\d+/g) ?? []).map(
    Number,
  )
  return { first, worst, back }
}

function stays({ messages }: Tab) {
  if (messages.some(({ kind }) => kind === 'navigate'))
    throw failure`Expected the page to stay when the connection is back, received a page that is loaded again.`
}

/** What stands behind the parameters. */
const bodyOf = (code: string) =>
  code
    .split(/\)\s*(?::\s*number)?\s*(?:\{|=>)/)
    .slice(1)
    .join()
