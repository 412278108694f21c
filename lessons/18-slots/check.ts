/** Does the panel show what the board gives it, and do the cards know which view their visitor has? */
import { type Act, byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'header-from-the-board',
    'The panel’s heading says how many orders are on the board',
    async ({ visit, component }) => {
      const tab = await visit(component)
      expectHeading(tab, 4)
      await tab.click(byRole('button', { name: /^Serve Pear tart/ }))
      expectHeading(tab, 3)
    },
    {
      hint: ({ message }) => {
        if (/<h\d|&lt;/.test(message)) return AS_TEXT
        return / of 3 orders/.test(message) ? HEADER_STAYS : NO_HEADER
      },
    },
  ),
  step(
    'folds-the-form',
    'Fold hides the form, and brings it back',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(byRole('button', { name: /fold/i }))
      if (tab.has(byRole('button', { name: 'Add' }))) {
        throw failure`Expected no form after a press on “Fold”, received “${said(tab)}”.`
      }
      await tab.click(byRole('button', { name: /fold/i }))
      if (!tab.has(byRole('button', { name: 'Add' }))) {
        throw failure`Expected the form again after a second press on “Fold”, received “${said(tab)}”.`
      }
    },
    { hint: () => NOT_INSIDE },
  ),
  step(
    'typed-text-stays',
    'What was begun in the form is still there after folding',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byLabel(/dish/i), 'Onion tart')
      await tab.click(byRole('button', { name: /fold/i }))
      await tab.click(byRole('button', { name: /fold/i }))
      const kept = tab.value(byLabel(/dish/i))
      if (kept !== 'Onion tart') {
        throw failure`Expected the field to hold “${'Onion tart'}” still, received “${kept}”.`
      }
      await tab.click(byRole('button', { name: 'Add' }))
      if (!tab.text().includes('Onion tart')) {
        throw failure`Expected the board to take “${'Onion tart'}”, received “${said(tab)}”.`
      }
      expectHeading(tab, 5)
    },
    { hint: () => TAKEN_OUT, play: foldTwice() },
  ),
  step(
    'wall-view',
    'The wall view shows cards without fields and buttons',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const note = byRole('textbox', { name: 'Note', nth: 0 })
      await tab.fill(note, 'extra bread')
      await tab.click(byRole('button', { name: /wall view/i }))
      if (tab.has(note) || tab.has(byRole('button', { name: /^(Cook|Ready|Serve) / }))) {
        throw failure`Expected cards without fields and buttons in the wall view, received “${said(tab)}”.`
      }
      if (!tab.text().includes('Lentil soup') || !tab.text().includes('extra bread')) {
        throw failure`Expected the dishes and their notes in the wall view, received “${said(tab)}”.`
      }
      // The button may say by now where it leads.
      await tab.click(byRole('button', { name: /view|back|board/i, nth: 0 }))
      if (!tab.has(note) || !tab.text().includes('extra bread')) {
        throw failure`Expected the fields and the note “${'extra bread'}” again after the wall view, received “${said(tab)}”.`
      }
    },
    { hint: () => NO_WALL },
  ),
  step(
    'view-is-one-visitors',
    'Another visitor keeps the view that they chose',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(byRole('button', { name: /wall view/i }))
      const other = await tab.another()
      if (!other.has(byRole('button', { name: /^Cook / }))) {
        throw failure`Expected another visitor’s cards with their buttons, received “${said(other)}”.`
      }
    },
    {
      hint: () => GLOBAL,
      play: [
        { press: 'Wall view' },
        { visitor: 2 },
        { say: 'This visitor has pressed nothing.' },
        { look: 'Orders' },
      ],
    },
  ),
])

const NO_HEADER =
  'The board knows how many orders there are, and the panel doesn’t. Instead of a title, let the panel take a whole piece of view as a prop: the board writes it with `html`, number included, and hands it over in `mount`; the panel puts the prop into its template like any other value. The type of such a piece is `Rendered`.'
const AS_TEXT =
  'The heading’s tags appear in the page as letters. A piece of view is what `html` returns; an ordinary string with tags in it is text, and text is escaped, since it might come from a stranger. Write the header as a template with `html` in front where the board mounts the panel.'
const HEADER_STAYS =
  'The heading was right at first and stayed behind when an order left. A piece of view that is kept, in a field or outside of `getTemplate()`, is a picture of that moment. Write it where the board mounts the panel: then it is made again with each render of the board, and the panel gets the new one.'
const NOT_INSIDE =
  'The panel folds, and the form stays in view, or doesn’t come back. The form has to be handed to the panel, as the header is: a second prop that holds what `this.form()` returns. The panel shows it in an element of its own, and that element is hidden while the panel is folded. Its handlers stay the board’s.'
const TAKEN_OUT =
  'The form came back empty. A condition in a template takes elements out of the page and later puts new ones in; what was typed into the old ones, and not sent, went with them. To fold is only to hide. There is an attribute of HTML for that, `hidden`, which takes true or false like `disabled` does.'
const NO_WALL =
  'In the wall view a card shows its dish, table and note, and nothing to press or fill in. The board needs a button “Wall view” and a field that the button switches. The cards have to know: the board can `provide` the value under a key in `getTemplate()`, and each card asks for it with `inject` in its own, and leaves the field and the button out.'
const GLOBAL =
  'One visitor chose the wall view, and everybody got it. A variable of the module, or an object in it, exists once for the whole server and all its visitors. What `provide` gives goes down one tree only, from the component that provides it to those below; keep the choice in a field of the board.'

function foldTwice(): Act[] {
  return [
    { type: 'Onion tart', into: 'Dish' },
    { press: 'Fold' },
    { press: 'Fold' },
    { say: 'Look at the field for the dish.' },
    { look: 'Dish' },
  ]
}

function expectHeading(tab: Tab, orders: number) {
  const shown = tab.text()
  if (/<h\d/.test(shown)) {
    throw failure`Expected a heading, received its tags as text: “${shown.slice(shown.indexOf('<h')).slice(0, 80)}”.`
  }
  const headings = headingsOf(tab)
  if (!headings.some((text) => new RegExp(`\\b${orders}\\b`).test(text))) {
    throw failure`Expected a heading that tells of ${orders} orders on the board, received “${headings.join(' · ') || said(tab)}”.`
  }
}

function headingsOf(tab: Tab): string[] {
  const found: string[] = []
  for (let nth = 0; tab.has(byRole('heading', { nth })); nth += 1) {
    found.push(tab.text(byRole('heading', { nth })))
  }
  return found
}

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
