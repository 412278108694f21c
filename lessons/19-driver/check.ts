/** Are the calls state of the component, and what was called only text? */
import { byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'calls-show',
    'A call appears in the list, and is counted',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      await ring(tab, 'Child at table 7')
      expectCalls(tab, ['Water for table 2', 'Child at table 7'])
    },
    { hint: () => NOT_SHOWN },
  ),
  step(
    'done-takes-one-off',
    'Done takes that call off the list, and the number follows',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      await ring(tab, 'Child at table 7')
      const row = rowOf(tab, 'Water for table 2')
      if (!tab.has(byRole('button', { name: /^done/i }))) {
        throw failure`Expected a button “Done” at each call, received “${said(tab)}”.`
      }
      await tab.click(byRole('button', { name: /^done/i, nth: row }))
      expectCalls(tab, ['Child at table 7'])
    },
    {
      hint: ({ message, files = {} }) => {
        if (message.includes('a button')) return NO_DONE
        return /setText|setHTML/.test(files['calls.ts'] ?? '') ? DRIVER_STAYS : LEFT_OVER
      },
      play: [
        { type: 'Water for table 2', into: 'Call' },
        { press: 'Ring' },
        { say: 'Now somebody brings the water. How does the kitchen get rid of the call?' },
      ],
    },
  ),
  step(
    'same-call-twice',
    'Of two calls with the same words, Done takes off one',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      await ring(tab, 'Water for table 2')
      expectCount(tab, 2)
      await tab.click(byRole('button', { name: /^done/i, nth: 0 }))
      expectCount(tab, 1)
    },
    {
      hint: () => BY_TEXT,
      play: [
        { press: 'Ring' },
        { press: 'Ring' },
        { say: 'Two tables want water. Press Done on one of the calls.' },
        { look: 'Calls' },
      ],
    },
  ),
  step(
    'calls-are-text',
    'A call with tags in it is shown as it was typed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, '<h2>Kitchen closed</h2>')
      const obeyed = tab.has(byRole('heading', { name: 'Kitchen closed' }))
      if (obeyed || !tab.text().includes('<h2>Kitchen closed</h2>')) {
        throw failure`Expected the call as it was typed, tags included, received “${said(tab)}”.`
      }
    },
    {
      hint: () => MARKUP,
      play: [
        { type: '<h2>Kitchen closed</h2>', into: 'Call' },
        { press: 'Ring' },
        { say: 'Anybody who can type a call can now write headings.' },
      ],
    },
  ),
  step(
    'nobody-asks-the-page',
    'A call is one answer: the page is not asked for anything',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      const questions = tab.frames
        .flatMap(({ ops }) => ops)
        .filter((op) => op.op === 'read' && op.kind !== 'audit').length
      if (questions > 0) {
        throw failure`Expected no question to the page for one call, received ${questions}.`
      }
    },
    { hint: () => ASKED },
  ),
  step(
    'calls-stay',
    'The calls are still there when another process takes over',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await ring(tab, 'Water for table 2')
      await tab.reconnect({ restarted: true })
      await ring(tab, 'Child at table 7')
      expectCalls(tab, ['Water for table 2', 'Child at table 7'])
    },
    { hint: () => NOT_KEPT },
  ),
])

const NOT_SHOWN =
  'A call should be in the list as a row, and the heading should say how many calls there are. Begin with the field: a list of calls in the class, to which the handler adds what `event.form` brings under the name of the input. The template then shows its length in the heading and each of its members in a row.'
const NO_DONE =
  'The calls have no button “Done” yet, and it is hard to give them one: they were written into the page from outside, and the component doesn’t know which there are. Keep them in a field, a list, and let the template draw the rows from it. Then each row can hold a button, and its handler takes that one call out of the list.'
const DRIVER_STAYS =
  'The call left and the number stayed behind, although your template has the right one. What a driver writes into an element, `setText` or `setHTML`, covers the template in that place for good: the template changes below it, and nobody sees it. A place in the page has one owner. Let the template have it, and take the driver’s write out.'
const LEFT_OVER =
  'After one press on Done exactly that call should be gone, and the number one lower. Give each call an id when it is made, use it as the key of its row, and let the handler of the row keep every call but the one with this id. The number needs no code of its own: it is the length of the list.'
const BY_TEXT =
  'Two waiters called the same thing, and Done on one of the calls took both off, or the second never came. A text says what was called and not which call it is: two can have the same. So it is no key, and a handler that looks for the text finds both. Give each call something of its own when it is made, and let the row take off exactly that one.'
const MARKUP =
  'A call came in with tags, and the page obeyed them. So whoever can type a call can change the board for the whole kitchen, today with a heading and tomorrow with something worse. The driver’s `addNode` and `setHTML` take markup, and so does `raw`. A value in a template is text, whatever is in it. Leave what people type to the template.'
const ASKED =
  'To show one more call, your handler asks the page what number it shows, and waits for the answer. That takes a trip to the visitor and back, during which other events wait; and the page belongs to the visitor, who may change what it says. The server should keep what it needs to know in a field, and not read it from the page.'
const NOT_KEPT =
  'Another process took over this page, and the calls or their number are no longer right. What goes along to the next process is what is in ordinary fields of the component. A private field with #, a variable of the module or something that is kept in the driver’s own store is left behind. Keep the list in a field.'

async function ring(tab: Tab, text: string) {
  await tab.fill(byLabel(/^call$/i), text)
  await tab.click(byRole('button', { name: 'Ring' }))
}

function expectCalls(tab: Tab, calls: readonly string[]) {
  const listed = ALL.filter((call) => tab.text().includes(call))
  const heading = tab.text(byRole('heading', { name: /calls/i, nth: 0 }))
  if (listed.join() !== calls.join() || !heading.includes(String(calls.length))) {
    throw failure`Expected ${calls.length} in the heading of the calls, and these in the list: “${calls.join(', ')}”. Received “${heading}” and “${listed.join(', ')}”.`
  }
}

function expectCount(tab: Tab, calls: number) {
  let rows = 0
  while (tab.has(byRole('button', { name: /^done/i, nth: rows }))) rows += 1
  const heading = tab.text(byRole('heading', { name: /calls/i, nth: 0 }))
  if (rows !== calls || !heading.includes(String(calls)))
    throw failure`Expected ${calls} calls with the same words in the list and in the heading, received ${rows} and “${heading}”.`
}

/** Which of the calls it is, from the top. */
function rowOf(tab: Tab, call: string): number {
  const text = tab.text()
  return ALL.filter((other) => text.indexOf(other) < text.indexOf(call)).length
}

const ALL = ['Water for table 2', 'Child at table 7']

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(-120)
