/** Is it the post room of the task: parcels with remarks, a wet label that harms nobody, and news for everybody? */
import {
  byRole,
  check,
  failure,
  type Query,
  type StepTools,
  step,
  type Tab,
  within,
} from 'telar/testing'

export default check([
  step(
    'parcels-wait',
    'The parcels that wait are shown and counted',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const from of ['the bookshop', 'Aunt Rosa']) rowOf(tab, from)
      expectCount(tab, 3)
    },
    { hint: ({ message }) => (/again/i.test(message) ? BOUNDARY : SHOW) },
  ),
  step(
    'fails-alone',
    'A wet label costs one row, and Try again brings it back',
    async ({ visit, component }) => {
      const tab = await withWetLabel(visit, component)
      if (!rows(tab).some((row) => row.includes('the bookshop'))) {
        throw failure`Expected the other parcels to be there beside the one that failed, received “${said(tab)}”.`
      }
      expectCount(tab, 3)
      await tab.click(again)
      const row = rowOf(tab, 'the tailor')
      if (!tab.has(within(row, byRole('button', { name: 'Hand over' })))) {
        throw failure`Expected the parcel of ${'the tailor'} after “Try again”, received “${tab.text(row)}”.`
      }
      for (const remark of ['dry', 'dry again']) {
        await write(tab, 'the tailor', remark)
        expectRemark(tab, 'the tailor', remark)
      }
    },
    { hint: ({ message }) => (/remark|textbox/.test(message) ? READ_AGAIN : BOUNDARY) },
  ),
  step(
    'remark-stays',
    'A remark stays with its parcel',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Aunt Rosa', 'fragile')
      expectRemark(tab, 'Aunt Rosa', 'fragile')
      await tab.click(byRole('button', { name: 'By flat' }))
      expectRemark(tab, 'Aunt Rosa', 'fragile')
      const flats = rows(tab).map((row) => row.includes('Aunt Rosa'))
      if (flats.indexOf(true) !== 1) {
        throw failure`Expected the parcel of ${'Aunt Rosa'} in row ${2} when they are sorted by flat, received row ${flats.indexOf(true) + 1}.`
      }
      await tab.click(within(rowOf(tab, 'the bookshop'), byRole('button', { name: 'Hand over' })))
      expectCount(tab, 2)
      expectRemark(tab, 'Aunt Rosa', 'fragile')
      await tab.reconnect({ restarted: true })
      expectRemark(tab, 'Aunt Rosa', 'fragile')
    },
    { hint: () => KEY },
  ),
  step(
    'fold-only-hides',
    'Fold hides the list and loses nothing',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await write(tab, 'Aunt Rosa', 'fragile')
      await tab.click(byRole('button', { name: 'Fold' }))
      if (tab.has(byRole('listitem'))) {
        throw failure`Expected no parcels to be seen after “Fold”, received “${said(tab)}”.`
      }
      await tab.click(byRole('button', { name: 'Fold' }))
      expectRemark(tab, 'Aunt Rosa', 'fragile')
    },
    { hint: () => FOLD },
  ),
  step(
    'told-everywhere',
    'Whoever has the page open hears what was handed over',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.click(within(rowOf(tab, 'the bookshop'), byRole('button', { name: 'Hand over' })))
      for (const page of [tab, other]) {
        const news = page.has(byRole('status')) ? page.text(byRole('status')) : ''
        if (!news.includes('12') || !news.includes('the bookshop')) {
          throw failure`Expected every page’s line of news to name flat ${12} and ${'the bookshop'}, received “${news}”.`
        }
      }
    },
    { hint: () => NEWS },
  ),
])

const SHOW =
  'The page should say how many parcels wait, in a heading, and show each of them in an item of a list, with its flat, where it is from and what it weighs. Mount a component for each parcel, keyed by the parcel’s own id, and hand the parcel over as a prop; the weight is asked for once, when that component begins.'
const BOUNDARY =
  'One label is wet, and more than one row has suffered, or the row never comes back. A failure is shown by the nearest component above it that has a `fallback`, in place of that component’s whole view. So it should be where a single parcel can fail by itself, and give its visitor the handler to try again.'
const READ_AGAIN =
  'The row came back, and as soon as something in it changed, it failed again. A template runs after each change, and whatever it calls is called each time: so each remark has the label read once more, and every other time that fails. What a component asks for once belongs into a field that is set when the component begins. The template then shows the field.'
const KEY =
  'A remark was lost, or turned up at another parcel. It belongs to the component of its row, and that component is known by its key. Ask what of a parcel stays the same when the list is sorted, when another one leaves and when the server restarts, and make that the key of the row and of the component in it.'
const FOLD =
  'After folding and unfolding something is missing, or folding did not hide the list. What a condition takes out of the template ends, with the components in it and all that they kept. To fold is to hide: the content stays in the template, in an element whose attribute says whether it can be seen.'
const NEWS =
  'Something was handed over, and not every page says so. Each visitor has components of their own, so a field reaches one page. Either a layout hears what is sent to all layouts and writes it into an element with the role `status`, or a component subscribes to a topic in `connected()` and shows what it hears.'

const again = byRole('button', { name: /again/i, nth: 0 })

/** The label can be read each other time, so one of two visits has it wet. */
async function withWetLabel(visit: StepTools['visit'], component: StepTools['component']) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const tab = await visit(component)
    if (tab.has(again)) return tab
  }
  throw failure`Expected a button “Try again” for the parcel whose label is wet, received none in two visits.`
}

const write = (tab: Tab, from: string, remark: string) =>
  tab.fill(within(rowOf(tab, from), byRole('textbox')), remark)

function expectRemark(tab: Tab, from: string, remark: string) {
  const row = tab.text(rowOf(tab, from)).replace(/\s+/g, ' ')
  if (!row.includes(remark)) {
    throw failure`Expected the parcel of ${from} to show the remark “${remark}”, received “${row}”.`
  }
}

function expectCount(tab: Tab, count: number) {
  const headings: string[] = []
  for (let nth = 0; tab.has(byRole('heading', { nth })); nth += 1) {
    headings.push(tab.text(byRole('heading', { nth })))
  }
  if (!headings.some((text) => new RegExp(`\\b${count}\\b`).test(text))) {
    throw failure`Expected a heading that says ${count}, received “${headings.join(' · ')}”.`
  }
}

function rows(tab: Tab): string[] {
  const found: string[] = []
  while (tab.has(byRole('listitem', { nth: found.length }))) {
    found.push(tab.text(byRole('listitem', { nth: found.length })))
  }
  return found
}

function rowOf(tab: Tab, from: string): Query {
  const nth = rows(tab).findIndex((row) => row.includes(from))
  if (nth >= 0) return byRole('listitem', { nth })
  throw failure`Expected the parcel of ${from} in the list, received “${said(tab)}”.`
}

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
