/** Do all boards show the same orders, whoever takes and moves them, and nothing twice? */
import { type Act, byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'order-reaches-all',
    'An order that one visitor takes appears on all boards',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await take(tab, 'Onion soup')
      expectIn(tab, 'Onion soup', 'new')
      if (columnOf(other, 'Onion soup') !== 'new') {
        throw failure`Expected another visitor’s board to show ${'Onion soup'} under “${'new'}”, received “${said(other)}”.`
      }
    },
    {
      hint: ({ message }) => (message.includes('another') ? NOT_TOLD : NOT_APPLIED),
      play: taken(),
    },
  ),
  step(
    'move-reaches-all',
    'A move is seen on all boards',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.click(byRole('button', { name: /^Cook Lentil soup/ }))
      if (columnOf(other, 'Lentil soup') === 'new') {
        throw failure`Expected another visitor’s board to show ${'Lentil soup'} under “${'cooking'}”, received “${'new'}”.`
      }
    },
    { hint: () => MOVE_NOT_TOLD },
  ),
  step(
    'moved-once',
    'One press moves an order by one column, on every board',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.click(byRole('button', { name: /^Cook Grilled trout/ }))
      expectIn(tab, 'Grilled trout', 'cooking')
      expectIn(other, 'Grilled trout', 'cooking')
      await other.click(byRole('button', { name: /^Ready Grilled trout/ }))
      await tab.click(byRole('button', { name: /^Serve Grilled trout/ }))
      for (const board of [tab, other]) {
        if (columnOf(board, 'Grilled trout')) {
          throw failure`Expected no board to show ${'Grilled trout'} after it was served, received “${said(board)}”.`
        }
      }
    },
    {
      hint: () => TWICE,
      play: [
        { press: 'Cook Grilled trout' },
        { say: 'One press. Is the trout where you would look for it?' },
        { look: 'Grilled trout' },
      ],
    },
  ),
  step(
    'two-orders-two-cards',
    'Two visitors take one order each, and every board has both',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await take(tab, 'Bean stew')
      await take(other, 'Fig salad')
      for (const board of [tab, other]) {
        expectIn(board, 'Bean stew', 'new')
        expectIn(board, 'Fig salad', 'new')
        const cards = headings(board).filter((heading) => heading.includes('Bean stew')).length
        if (cards > 1) throw failure`Expected one card for ${'Bean stew'}, received ${cards}.`
      }
    },
    { hint: ({ message }) => (message.includes('one card') ? ONCE : ONE_ID) },
  ),
  step(
    'behind-does-no-harm',
    'A board that has missed a move does no harm to the others',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Leek pie')
      const cook = byRole('button', { name: /^Cook Lentil soup/ })
      await tab.click(cook)
      const later = await tab.another()
      // Whoever keeps the orders for all has a later board that has missed nothing.
      if (!later.has(cook)) return
      await later.click(cook)
      expectIn(tab, 'Lentil soup', 'cooking')
      expectIn(tab, 'Leek pie', 'new')
    },
    {
      hint: () => BEHIND,
      play: [
        { press: 'Cook Lentil soup' },
        { visitor: 2 },
        { say: 'A visitor who came later still has the soup under new. What if they press Cook?' },
      ],
    },
  ),
  step(
    'heard-after-a-restart',
    'After a restart of the server a board still hears',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await other.reconnect({ restarted: true })
      await take(tab, 'Plum cake')
      if (columnOf(other, 'Plum cake') !== 'new') {
        throw failure`Expected a board to show ${'Plum cake'} under “${'new'}” after a restart, received “${said(other)}”.`
      }
    },
    { hint: () => RESTART },
  ),
  step(
    'calls-are-no-orders',
    'A call makes no card',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = headings(tab)
      await tab.click(byRole('button', { name: 'Ring' }))
      const after = headings(tab)
      const changed = after.find((heading, at) => heading !== before[at])
      if (changed !== undefined || after.length !== before.length) {
        throw failure`Expected the orders to stay as they are when somebody rings, received “${changed ?? said(tab)}”.`
      }
      if (!tab.text().includes('Water for table 2')) {
        throw failure`Expected the call in the list of calls, received “${said(tab)}”.`
      }
    },
    {
      hint: () => TOO_WIDE,
      play: [{ press: 'Ring' }, { say: 'Look at the number in the heading, and count the cards.' }],
    },
  ),
])

const NOT_TOLD =
  'The order is on the board of the one who took it and on no other. A field belongs to one visitor’s component, and so far nobody else is told. Say it to a topic: the handler publishes the new order, every board subscribes to that topic in `connected()`, and each of them puts what it hears into its own field.'
const NOT_APPLIED =
  'The order was published, and not even your own board shows it. Whoever publishes hears the message like everybody else, provided that they subscribed to that very topic. Look at both names, or better, keep the topic in one constant that both use; and see that the function of the subscription changes `this.orders`, because nothing else is shown.'
const MOVE_NOT_TOLD =
  'New orders reach everybody, and moves do not: another board still shows the soup where it was. What happens to an order later is news too. Publish it as well. If the message says where the order is now, one topic and one subscription are enough for taking, moving and serving.'
const TWICE =
  'One press, and the order is not where it should be on every board. Two things may come together. Whoever publishes hears the message as well; if the handler has moved the order already, it is moved again. And “one further” depends on where each board had it before. A message that says what is true now, the order and its column, may be heard twice without harm.'
const ONE_ID =
  'Two visitors took an order each, and one of the two is gone. What this.id() returns is new within one session, but every session begins to count by itself, so two visitors get the same id, and one order takes the other’s place. What is shared needs an id from a place that all share; `nextId()` in the orders’ file is one.'
const ONCE =
  'One order was taken, and the board of whoever took it shows two cards. Whoever publishes hears the message like everybody else, so the order came in twice there: once in the handler, and once in the subscription. Let the list change in one place alone. Look at what your handler does besides publishing, and compare it with `call()` in `calls.ts`.'
const BEHIND =
  'A board that had missed a move was used, and now the others are wrong: an order went one column too far, or one is gone. Your message says what to do, or it says what the whole of one board looks like. Both are right only for boards that have missed nothing. Say what is so of the one order that has changed: which it is, and in which column it is now.'
const RESTART =
  'The server was restarted, and since then one board hears nothing. A subscription belongs to the process in which it was made. `start()` runs once in the life of a session, so the process that took over never subscribed. `connected()` runs in each process that takes over a session, and what each of them has to begin again has its place there.'
const TOO_WIDE =
  'Somebody rang, and the board made something of it. A pattern with a star hears every topic that fits, whatever its messages look like, and the compiler can’t warn you, because a pattern can be given any type. The calls have topics of their own in this kitchen. Subscribe to the one topic whose messages you know.'

function taken(): Act[] {
  return [
    { type: 'Onion soup', into: 'Dish' },
    { press: 'Add' },
    { visitor: 2 },
    { say: 'The second visitor’s board. Is there any onion soup?' },
  ]
}

async function take(tab: Tab, dish: string) {
  await tab.fill(byLabel(/dish/i), dish)
  await tab.click(byRole('button', { name: 'Add' }))
}

function expectIn(tab: Tab, dish: string, column: string) {
  const found = columnOf(tab, dish) ?? said(tab)
  if (found !== column) {
    throw failure`Expected ${dish} under “${column}” on each board, received “${found}”.`
  }
}

/** The heading under which the dish stands. */
function columnOf(tab: Tab, dish: string): string | undefined {
  const lines = tab.text().split('\n')
  const at = lines.findIndex((line) => line.includes(dish))
  return lines.slice(0, Math.max(at, 0)).findLast((line) => /^(new|cooking|ready)$/i.test(line))
}

/** Those of the orders: each card has one, and one counts them. */
function headings(tab: Tab): string[] {
  const found: string[] = []
  while (tab.has(byRole('heading', { nth: found.length }))) {
    found.push(tab.text(byRole('heading', { nth: found.length })))
  }
  return found.filter((heading) => !/call/i.test(heading))
}

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
