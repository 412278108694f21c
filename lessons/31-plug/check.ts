/** Does the board survive the end of its process, and is each press printed once all the same? */
import { byRole, check, failure, step, type Tab, type VisitOptions } from 'telar/testing'

export default check([
  step(
    'served-survives',
    'What was served is still counted after the process has died',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(serve(4))
      counts(tab, 1)
      await tab.reconnect({ restarted: true })
      counts(tab, 1)
      await tab.click(serve(2))
      await tab.reconnect({ restarted: true })
      counts(tab, 2)
    },
    {
      hint: 'The orders came back and the number did not. Another process has made your component again and put back what was stored: its fields. What is kept in a closure, in a #private field or in a function lives in the process alone, out of the engine’s sight, and dies with it. Nothing has failed and nothing was logged, because for the engine it was never there. Look at where the number is kept while the board runs, and ask who could write it down.',
    },
  ),
  step(
    'own-count',
    'Another visitor has served nothing yet',
    async ({ visit }) => {
      const tab = await visit()
      await tab.click(serve(4))
      const other = await tab.another()
      if (numberIn(other) !== 0)
        throw failure`Expected another visitor to have served ${0}, received “${line(other)}”.`
      counts(tab, 1)
    },
    {
      hint: 'The number is the same for every visitor, so it belongs to the whole server: a variable outside of the class exists once in a process, whoever looks. It would not survive either, although it seems to: in this check the next process runs in the same place, and a real one begins with an empty memory. Whatever one visitor has done belongs to the component that this visitor has. Look at where the number is declared.',
    },
  ),
  step(
    'prints-once',
    'A press whose process dies in the middle prints one ticket',
    async ({ visit }) => {
      const { store, dieDuring } = disk()
      const tab = await visit(undefined, { store })
      const before = tickets(tab)
      await dieDuring(tab, tab.click(cook(4)))
      const after = tickets(tab)
      if (!tab.text(byRole('article', { name: /table 4/ })).includes('cooking'))
        throw failure`Expected “cooking” after all, received “${tab.text(byRole('article', { name: /table 4/ }))}”.`
      if (after !== before + 1)
        throw failure`Expected ${1} ticket of this press, received ${after - before}.`
    },
    {
      hint: ({ files = {} }) => {
        const code = files['board.ts'] ?? ''
        if (/print\([^;]*(random|now\(|Date|performance)/.test(code))
          return 'The ticket has a key, and the second run of the handler makes a new key for it, so the printer takes it for another ticket. A key has to name the press and not the attempt: it must be the same however often this press is carried out, whichever process does it. Something that is made inside the handler is made again each time. Only the page knows that it has sent one and the same press again; look at what an event brings along.'
        if (/if \([^)]*\)\s*return|commit\(/.test(code))
          return 'You look at a mark in the state before printing, and the mark is not there when it matters. Whatever a handler has changed has not been stored before the handler is done, so the process that died took the mark along: the next one begins where the press began, and prints. commit() only shows. No order of marking and printing helps, because the plug can be pulled between any two lines. The printer itself has to know the press again.'
        return 'The printer has printed, and the process died before the handler was done. So nothing of it was stored, the press was never answered, and the page has sent it again, as it should: the new process runs the handler from its beginning. The state comes out right that way, and paper can’t be taken back. The printer would skip what it has printed already, if you told it by a key which press the ticket is for. Look at the second parameter of print, and at what a handler is given.'
      },
    },
  ),
  step(
    'second-ticket',
    'Two tables with the same dish get two tickets',
    async ({ visit }) => {
      const tab = await visit(undefined, { seed: 7 })
      // The presses of this step have other numbers than that of the step before.
      await tab.click(serve(2))
      const before = tickets(tab)
      await tab.click(cook(4))
      await tab.click(cook(7))
      const after = tickets(tab)
      if (after !== before + 2)
        throw failure`Expected ${2} tickets for two tables, received ${after - before}.`
    },
    {
      hint: 'Two presses were meant and one ticket came out: your key is the same for both, because two orders may have the same dish, or one order be cooked twice. The printer does what a key asks for and leaves out what it knows, so this guest waits for a soup that nobody cooks. A key names the press, not what the press is about. The event of each press has one of its own, which stays the same when it is sent again. Look at what you hand to print.',
    },
  ),
])

const cook = (table: number) => byRole('button', { name: new RegExp(`^Cook .* ${table}$`) })
const serve = (table: number) => byRole('button', { name: new RegExp(`^Serve .* ${table}$`) })

const tickets = (tab: Tab) => tab.text(byRole('list')).split('\n').filter(Boolean).length

const line = (tab: Tab) =>
  tab
    .text()
    .split('\n')
    .find((text) => /^\d+ /.test(text)) ?? tab.text()

const numberIn = (tab: Tab) => Number(/\d+/.exec(line(tab))?.[0])

function counts(tab: Tab, served: number) {
  if (numberIn(tab) === served) return
  throw failure`Expected ${served} served orders, received “${line(tab)}”.`
}

type Store = NonNullable<VisitOptions['store']>
type Kept = NonNullable<Awaited<ReturnType<Store['open']>>['record']>

/** A store that can be taken away: what a process has not written by then, it never will. */
function disk() {
  const kept = new Map<string, Kept>()
  const epochs = new Map<string, number>()
  let isAway = false
  const reach = () => {
    if (isAway) throw failure`The disk is away.`
  }
  const store: Store = {
    promises: 'What was written survives.',
    load(id) {
      reach()
      return kept.get(id)
    },
    open(id) {
      reach()
      const epoch = (epochs.get(id) ?? 0) + 1
      epochs.set(id, epoch)
      const record = kept.get(id)
      return record ? { epoch, record } : { epoch }
    },
    write(id, epoch, change) {
      reach()
      const { components, overlays, ...rest } = change
      const empty = { page: '/', version: 1, seq: 0, meta: '', publishes: [] }
      const old = kept.get(id)
      kept.set(id, {
        ...empty,
        ...old,
        ...rest,
        epoch,
        components: merged(old?.components, components),
        overlays: merged(old?.overlays, overlays),
      })
    },
    remove: (id) => void kept.delete(id),
    sweep: () => 0,
    close() {},
  }
  return {
    store,
    /** The process ends while a handler runs: it writes nothing any more, and another one goes on. */
    async dieDuring(tab: Tab, press: Promise<void>) {
      await pause(100)
      isAway = true
      setTimeout(() => {
        isAway = false
      }, 600)
      await tab.reconnect({ restarted: true })
      await press
    },
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function merged(
  old: ReadonlyMap<string, string> = new Map(),
  change: ReadonlyMap<string, string | null> = new Map(),
) {
  const all = new Map(old)
  for (const [name, value] of change) {
    if (value === null) all.delete(name)
    else all.set(name, value)
  }
  return all
}
