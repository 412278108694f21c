/** Is it a kanban for two visitors: twelve behaviours, and three budgets? */
import { byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'columns',
    'The page has three columns',
    async ({ visit }) => {
      const tab = await visit()
      for (const name of COLUMNS) {
        if (!tab.has(column(name)))
          throw failure`Expected a region called “${name}” in the page, received “${short(tab)}”.`
      }
    },
    {
      hint: 'The board needs its three columns first, and people who can’t see it need them by name. A section becomes a region of the page when it has a name: an aria-label, or aria-labelledby with the id of its heading. Give each column one, New, Cooking and Ready, and a list for its cards.',
    },
  ),
  step(
    'adds',
    'A dish that somebody adds appears in New',
    async ({ visit }) => {
      const tab = await visit()
      await add(tab, 'Almond soup')
      expectIn(tab, 'New', 'Almond soup')
      if (tab.value(dishField) !== '')
        throw failure`Expected an empty field after adding, received “${tab.value(dishField)}”.`
    },
    {
      hint: 'Somebody wrote a dish and pressed Add. The dish belongs in the column New, and the field should be empty for the next one. A form hands all of its fields to one handler by their names, and a field shows the state once the answer is there, if it has a value in the template. Lessons 4 and 11 have the pieces.',
    },
  ),
  step(
    'nothing-is-no-order',
    'Nothing, or only spaces, is no order',
    async ({ visit }) => {
      const tab = await visit()
      const before = cards(tab, 'New')
      await add(tab, '   ')
      if (cards(tab, 'New') !== before)
        throw failure`Expected ${before} cards in New as before, received ${cards(tab, 'New')}.`
    },
    {
      hint: 'A press with an empty field, or one with spaces alone, has put a card without a name on the board. Whatever the page promises, the server decides what an order is: take the spaces away from both ends, look whether anything is left, and if nothing is, end the handler before it changes anything.',
    },
  ),
  step(
    'moves',
    'Move takes a card from column to column, and off the board',
    async ({ visit }) => {
      const tab = await visit()
      await add(tab, 'Barley stew')
      for (const name of ['Cooking', 'Ready']) {
        await move(tab, 'Barley stew')
        expectIn(tab, name, 'Barley stew')
      }
      await move(tab, 'Barley stew')
      if (tab.text().includes('Barley stew'))
        throw failure`Expected Barley stew to have left the board, received “${short(tab)}”.`
    },
    {
      hint: 'Each card has a button whose name begins with Move and ends with its dish. It takes the card from New to Cooking, from there to Ready, and from Ready off the board, and it is in one column at a time. Let the column be a field of the order, and let each column show the orders that have its name.',
    },
  ),
  step(
    'twins',
    'Two orders of one dish are two cards',
    async ({ visit }) => {
      const tab = await visit()
      await add(tab, 'Carrot cake')
      await add(tab, 'Carrot cake')
      await tab.click(byRole('button', { name: /^Move .*Carrot cake$/, nth: 0 }))
      expectIn(tab, 'New', 'Carrot cake')
      expectIn(tab, 'Cooking', 'Carrot cake')
    },
    {
      hint: 'Two tables ordered the same dish, and the board mistakes one for the other: both moved, or one was swallowed. What an order is called says nothing about which order it is. Give each one an id when it is taken, and use the id wherever you look for it: in the list, as the key of its card, and in what you tell the other boards.',
    },
  ),
  step(
    'text-not-markup',
    'A dish is text, whatever is in it',
    async ({ visit }) => {
      const tab = await visit()
      await add(tab, 'Duck <i>à l’orange</i>')
      if (tab.html().includes('<i>') || !tab.text().includes('Duck <i>à l’orange</i>'))
        throw failure`Expected the dish letter by letter as it was typed, received “${short(tab)}”.`
    },
    {
      hint: 'A guest’s dish is not on the board as it was typed: it has become markup in the page, or something was taken out of it. Whoever can type markup into your board can show what they like in it, on the screens of all others. A value in a template is text by itself and needs no care from you; raw() takes that protection away, and so does a write of the driver. Show the dish as a plain value.',
    },
  ),
  step(
    'other-sees',
    'Another visitor sees what is added and moved',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Egg curry')
      expectIn(other, 'New', 'Egg curry')
      await move(other, 'Egg curry')
      expectIn(tab, 'Cooking', 'Egg curry')
    },
    {
      hint: 'The board of the one shows the order and the board of the other does not. Each visitor has a component of their own, and its fields are theirs alone. What concerns everyone has to be said: publish it to a topic in the handler, and subscribe to the topic in connected(). Whoever publishes hears it like all others. Lesson 22 is about that.',
    },
  ),
  step(
    'late-visitor',
    'Whoever comes later sees the board as it is',
    async ({ visit }) => {
      const tab = await visit()
      await add(tab, 'Fig tart')
      await move(tab, 'Fig tart')
      const later = await tab.another()
      expectIn(later, 'Cooking', 'Fig tart')
    },
    {
      hint: 'A visitor who opened the page after the order was taken does not see it. A message reaches those who are there, and nobody tells it again to those who come. So the orders have to be kept somewhere that belongs to the whole kitchen, which start() can read: a book in a module, as in part 5, or a database in real life.',
    },
  ),
  step(
    'find-is-private',
    'Find shows fewer cards, and only to the one who asked',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Garlic bread')
      await add(tab, 'Honey melon')
      await tab.fill(byLabel('Find'), 'garlic')
      if (!tab.text().includes('Garlic bread') || tab.text().includes('Honey melon'))
        throw failure`Expected “${'garlic'}” in Find to leave Garlic bread alone, received “${short(tab)}”.`
      await add(other, 'Ham pie')
      if (!other.text().includes('Honey melon'))
        throw failure`Expected the board of another visitor as it was, received “${short(other)}”.`
      await tab.fill(byLabel('Find'), '')
      if (!tab.text().includes('Honey melon'))
        throw failure`Expected all cards again with an empty field, received “${short(tab)}”.`
    },
    {
      hint: 'The field Find narrows the cards to those whose dish contains its text, in capitals or not, for the visitor who typed it and for nobody else. What somebody looks for is theirs: a field of the component, neither a variable of the module nor a message. The orders themselves stay as they are; the view shows some of them.',
    },
  ),
  step(
    'note-stays',
    'A note that is being typed stays with its card',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Iced tea')
      await add(tab, 'Jam roll')
      await other.fill(byLabel('Note for Jam roll'), 'no sugar')
      for (const dish of ['Iced tea', 'Jam roll']) {
        await move(tab, dish)
        const note = other.value(byLabel('Note for Jam roll'))
        if (note !== 'no sugar')
          throw failure`Expected “no sugar” in the note for Jam roll after ${dish} has moved, received “${note}”.`
        if (other.value(byLabel('Note for Iced tea')) !== '')
          throw failure`Expected no note for Iced tea, received “${other.value(byLabel('Note for Iced tea'))}”.`
      }
    },
    {
      hint: 'Each card has a field called Note for and its dish. While one visitor types into it, another moves a card above or this very one, and the text ends up at a wrong card or is gone. The elements of a row stay with its key: if the key is the place in the list, the next card inherits the field and all that is in it. A row keeps them in another list, too, if both lists belong to one component. Give the row the id of its order.',
    },
  ),
  step(
    'who-is-here',
    'The page says how many are here',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await tab.another()
      if (!/\b3 here/.test(tab.text()))
        throw failure`Expected “${3} here”, received “${short(tab)}”.`
      await other.disconnect()
      await tab.clock.advance(10_000)
      if (!/\b2 here/.test(tab.text()))
        throw failure`Expected “${2} here” after one has left, received “${short(tab)}”.`
    },
    {
      hint: 'The page should say how many visitors look at the board now, as in “2 here”. A number that you raise in connected() is never lowered when somebody’s network fails. The engine knows who is there: track() says that this visitor is, and present() gives one entry for each page that is open. A view that asks runs again when that changes. Lesson 23 is about it.',
    },
  ),
  step(
    'long-break',
    'After two minutes away the board is right again',
    async ({ visit }) => {
      const tab = await visit()
      const away = await tab.another()
      await add(tab, 'Kale salad')
      await away.disconnect()
      await tab.clock.advance(120_000)
      await add(tab, 'Lime sorbet')
      await move(tab, 'Kale salad')
      await away.reconnect()
      expectIn(away, 'New', 'Lime sorbet')
      expectIn(away, 'Cooking', 'Kale salad')
    },
    {
      hint: 'One visitor was away for two minutes and came back to an old board. After a minute their session was stored, and nobody listened for it, so it missed what was said. Keep the cursor of the last message as state, subscribe after it, and load the book when there is a gap. Lesson 24 has the three lines.',
    },
  ),
  step(
    'budget-bytes',
    'Budget: a move costs another visitor 12 bytes at most',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Mint lamb')
      await move(tab, 'Mint lamb')
      if (other.bytes > 12)
        throw failure`Expected at most ${12} bytes for a move, received ${other.bytes}.`
    },
    {
      hint: 'A card changes its column, and that is one row that moves from one list to another: a few bytes, if the engine can see that it is the same row. It can when the card has the same key in both lists, and when both lists are in one component and are written by the same literal. Then nothing of the card travels. What changes along with it, such as a number in a heading, costs bytes as well. Look at the changes that come down.',
    },
  ),
  step(
    'budget-renders',
    'Budget: one change, one frame',
    async ({ visit }) => {
      const tab = await visit()
      const other = await tab.another()
      await add(tab, 'Nut loaf')
      if (other.frames.length !== 1)
        throw failure`Expected ${1} frame for an order that was added, received ${other.frames.length}.`
      await move(tab, 'Nut loaf')
      if (other.frames.length !== 1)
        throw failure`Expected ${1} frame for a move, received ${other.frames.length}.`
    },
    {
      hint: 'One thing has happened and the other board was drawn more than once. Each message is a turn with a render and a frame of its own, and so is each commit() in between. Say what has happened in one message, with all that others need to know of it, and let the end of the handler do the rest.',
    },
  ),
  step(
    'budget-messages',
    'Budget: one message of 200 characters at most',
    async ({ visit }) => {
      const tab = await visit()
      for (const dish of ['Onion soup', 'Pear tart', 'Quince jelly']) await add(tab, dish)
      await move(tab, 'Pear tart')
      const said = tab.messages.flatMap((message) =>
        message.kind === 'published' ? [JSON.stringify(message.message)] : [],
      )
      if (said.length > 1)
        throw failure`Expected at most ${1} message for a move, received ${said.length}.`
      const longest = Math.max(0, ...said.map(({ length }) => length))
      if (longest > 200)
        throw failure`Expected at most ${200} characters in the message, received ${longest}.`
    },
    {
      hint: 'What you publish grows with the board. A message that holds all orders goes to every visitor on each change, is kept for those who are away, and two of them that cross undo each other: the later one knows nothing of what the earlier one said. Tell the one order that has changed, and let each board put it in its place.',
    },
  ),
])

const COLUMNS = ['New', 'Cooking', 'Ready']
const column = (name: string) => byRole('region', { name })
const dishField = byLabel('Dish')

async function add(tab: Tab, dish: string) {
  await tab.fill(dishField, dish)
  await tab.click(byRole('button', { name: 'Add' }))
}

const move = (tab: Tab, dish: string) =>
  tab.click(byRole('button', { name: new RegExp(`^Move .*${dish}$`) }))

const cards = (tab: Tab, name: string) => tab.html(column(name)).split('<button').length - 1

function expectIn(tab: Tab, name: string, dish: string) {
  for (const each of COLUMNS) {
    const shown = tab.text(column(each))
    if (each === name && !shown.includes(dish))
      throw failure`Expected ${dish} in ${name}, received “${short(tab)}”.`
    // Other orders of this dish may stand elsewhere.
    if (each !== name && shown.includes(dish) && dish !== 'Carrot cake')
      throw failure`Expected ${dish} in ${name} alone, received it in ${each} too.`
  }
}

const short = (tab: Tab) => tab.text().replace(/\s+/g, ' ').trim().slice(0, 160)
