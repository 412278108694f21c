/** Is the journal in the page and not in the session, and is what all see the same for all? */
import { byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'counts-for-all',
    'All boards show the same counts',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      const before = counts(tab)
      await take(tab, 'Onion soup')
      const later = await tab.another()
      await take(other, 'Bean stew')
      const seen = [tab, other, later].map(counts)
      if (seen.some((said) => said !== seen[0] || said === before)) {
        throw failure`Expected the same counts on three boards, one order after the other, received “${seen.join('”, “')}”.`
      }
    },
    { hint: ({ message }) => (message.startsWith('Expected the same') ? PRIVATE : NOT_DRAWN) },
  ),
  step(
    'journal-tells-all',
    'What happens is written into the journal of every board',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await take(tab, 'Corn bread')
      for (const board of [tab, other]) {
        if (!lines(board).includes('Corn bread, table 1: new')) {
          throw failure`Expected the line “Corn bread, table 1: new” in the journal, received “${lines(board).slice(0, 80)}”.`
        }
      }
    },
    { hint: () => NOT_TOLD },
  ),
  step(
    'session-stays-small',
    'The lines are not part of what the session holds',
    async ({ visit, component }) => {
      // A component of this visit may hold 8 KB; two hundred lines are twice that.
      const tab = await visit(component, { limits: { stateBytes: 8192 } }).catch((error: Error) => {
        throw failure`Expected a page whose components hold 8 KB each, received: ${error.message}`
      })
      await take(tab, 'Fig salad')
      const rows = lines(tab).split('\n').length
      if (rows < 200) {
        throw failure`Expected the newest 200 lines of the journal in the page or more, received ${rows}.`
      }
    },
    { hint: ({ message, files = {} }) => (message.includes('or more') ? TOO_FEW : held(files)) },
  ),
  step(
    'journal-after-a-restart',
    'After a restart of the server the journal is whole',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Plum cake')
      const before = lines(tab).split('\n').length
      await tab.reconnect({ restarted: true })
      const after = lines(tab).split('\n').length
      if (after !== before || !lines(tab).includes('Plum cake, table 1: new')) {
        throw failure`Expected ${before} lines in the journal after a restart, received ${after}.`
      }
    },
    { hint: () => REFILL },
  ),
  step(
    'journal-does-not-grow',
    'A new line pushes the oldest out once there are two hundred',
    async ({ visit, component }) => {
      const tab = await visit(component)
      // What was written today, and the last line of yesterday.
      const newest = lines(tab)
        .split('\n')
        .filter((line) => !line.startsWith('Yesterday') || line.includes('order 5000:'))
      for (let i = 0; i < 3; i += 1) await take(tab, 'Rye bread')
      const rows = lines(tab).split('\n').length
      if (rows > 200) {
        throw failure`Expected 200 lines in the journal at most, received ${rows}.`
      }
      const lost = newest.find((line) => !lines(tab).includes(line))
      if (lost !== undefined) {
        throw failure`Expected the oldest lines to go for three new ones, received a journal without “${lost}”.`
      }
    },
    { hint: ({ message }) => (message.includes('at most') ? NO_LIMIT : WRONG_END) },
  ),
])

const PRIVATE =
  'The counts are marked as a view for many: it is run once, and its result is shown to all visitors whose fields are equal. So it may show fields and props and nothing that is one visitor’s alone, neither the session nor a private field with #, and here something else got in. Take it out, or show it in a component that is not shared.'
const NOT_DRAWN =
  'The board is not drawn at all, so this step could not look at its counts; what the engine says is above. Where a stream is shown, `each` takes less than for a list: the stream and the function of its row, and nothing between them. The stream has known the key of a row since it was made. The editor marks the place, too.'
const NOT_TOLD =
  'Something happened, and a journal does not tell. The line is written and published in `columns.ts`; every journal subscribes to that topic in `connected()`, and has to put what it hears into the very list that its template shows. A stream is changed by its own methods, `prepend` and `append`, and not by assigning a new list.'
const IN_STATE =
  'Each visitor’s session holds two hundred lines, word for word, though they are the same for everybody and are in the kitchen’s journal anyway. They are stored after each event, too. A stream sends a row to the page and then forgets it; what remains is its key. Tell it how to get a row’s key, and how to find rows again by their keys.'
const BESIDE =
  'The stream forgets its rows, and you keep them all the same, in a field beside it. Whatever is in an ordinary field is state, and is stored. If you need the number of the rows, the stream knows its `size`; if you need a row itself, the kitchen’s journal has it, and can be asked by its key.'
const TOO_FEW =
  'The session is small, and so is the journal: the visitor should see the newest two hundred lines. Rows that are put into a stream in `start()` are part of the first paint like anything else. Give it the newest lines of the kitchen there, all of them at once, and the limit of the stream takes care of the rest.'
const REFILL =
  'Another process took over the page, and rows of the journal are gone. It had their keys and asked for what they hold: that is what `refill` is for. It gets the keys, and returns the rows with those keys; a key whose row it leaves out is taken for a row that no longer exists. The kitchen can find lines by their ids.'
const NO_LIMIT =
  'The journal grows with every line, in the page and in its keys, until the evening ends or the browser does. A list of what is newest needs an end. A stream takes a `limit`: when a row is put in at one end and there are too many, one leaves at the other.'

const WRONG_END =
  'A new line came, and the newest of the old ones went for it. A stream with a limit drops rows at the end that is opposite to the one where you put a row in. So ask where in your list the oldest line is: new lines have to come in at the other end. Look at which of the stream’s methods the subscription calls, and in which order the lines of the morning are.'

const held = (files: Readonly<Record<string, string>>) =>
  /\bstream\(/.test(files['journal.ts'] ?? '') ? BESIDE : IN_STATE

async function take(tab: Tab, dish: string) {
  await tab.fill(byLabel(/dish/i), dish)
  await tab.click(byRole('button', { name: 'Add' }))
}

const counts = (tab: Tab) => /\d+ new, \d+ cooking, \d+ ready.*/.exec(tab.text())?.[0] ?? ''

const lines = (tab: Tab) => tab.text(byRole('list', { name: 'Lines' }))
