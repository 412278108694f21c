/** Does a card that fails fail alone, say so, and come back? */
import { type Act, byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'order-is-there',
    'An order whose recipe is missing is on the board all the same',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Onion tart')
      if (!tab.text().includes('Onion tart')) {
        throw failure`Expected the order of ${'Onion tart'} on the board, received “${said(tab)}”.`
      }
    },
    {
      hint: () => HOLE,
      play: [
        { type: 'Onion tart', into: 'Dish' },
        { press: 'Add' },
        { say: 'The heading counts five orders. Find the fifth.' },
        { look: 'Take an order' },
      ],
    },
  ),
  step(
    'others-go-on',
    'The other cards go on, with their notes',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byRole('textbox', { name: 'Note', nth: 0 }), 'extra bread')
      await take(tab, 'Bean stew')
      const cook = byRole('button', { name: /^Cook Lentil soup/ })
      if (!tab.has(cook) || !tab.text().includes('extra bread')) {
        throw failure`Expected the other cards and the note “${'extra bread'}” beside a card that failed, received “${said(tab)}”.`
      }
      await tab.click(cook)
      if (!tab.has(byRole('button', { name: /^Ready Lentil soup/ }))) {
        throw failure`Expected the other cards to go on working, received “${said(tab)}” after a press on “${'Cook'}”.`
      }
    },
    { hint: () => TOO_WIDE, play: five() },
  ),
  step(
    'names-dish-and-table',
    'A card that failed names its dish and its table',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byLabel(/table/i), '17')
      await take(tab, 'Oat soup')
      if (!/\b17\b/.test(tab.text()) || !tab.text().includes('Oat soup')) {
        throw failure`Expected the card of ${'Oat soup'} to name table ${17}, received “${said(tab)}”.`
      }
    },
    { hint: () => FOR_WHOM },
  ),
  step(
    'does-not-pretend',
    'A card that knows no recipe cannot be cooked',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Fig salad')
      if (tab.has(byRole('button', { name: /^Cook Fig salad/ }))) {
        throw failure`Expected no way to cook ${'Fig salad'} before its recipe is known, received a button “${'Cook'}”.`
      }
    },
    { hint: () => HIDDEN },
  ),
  step(
    'retry-brings-it-back',
    'Try again brings the card back',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await take(tab, 'Plum cake')
      const again = byRole('button', { name: /again|retry/i })
      if (!tab.has(again)) {
        throw failure`Expected a button “Try again” on the card that failed, received “${said(tab)}”.`
      }
      await tab.click(again)
      if (!tab.has(byRole('button', { name: /^Cook Plum cake/ }))) {
        throw failure`Expected the card of ${'Plum cake'} with its button after “Try again”, received “${said(tab)}”.`
      }
    },
    { hint: () => NO_RETRY },
  ),
])

const HOLE =
  'The order was taken, and its card is nowhere: there is an empty row, and the waiter thinks that the kitchen knows. The card failed in `start()`, and nobody above it said what to show in that case, so nothing is shown. Give the card a method `fallback`, which gets the error and returns a view. Then the page shows that view in the card’s place.'
const FOR_WHOM =
  'The card says what went wrong, and not for whom. Somebody has to go to the guest now, and needs the dish and the table for that. What the card was given is still there when it fails: `fallback` is a method of the card like any other, and `this.props` has the order. Show both in the view that it returns.'
const TOO_WIDE =
  'One dish has no recipe, and the cook lost the whole board. The one who catches a failure is the nearest component above it that has a `fallback`, and what it replaces is its own whole view. Yours is too high up. Put it where the loss is smallest: on what can fail by itself.'
const HIDDEN =
  'The card looks like every other one and offers to cook, though its recipe is missing. Somebody with an allergy needs to know that. A failure that is caught and kept quiet is still there, and now nobody can find it. Let `start()` fail, and let the boundary say so, with a view that has no such button.'
const NO_RETRY =
  'The card says that it failed, and there it stays. Most failures pass: the recipe book answers a moment later. A boundary gets a second argument besides the error, a handler that builds again what it had replaced. Give it to a button in the view of the `fallback`, and call the button “Try again”.'

function five(): Act[] {
  return [
    { type: 'Bean stew', into: 'Dish' },
    { press: 'Add' },
    { say: 'Where is the lentil soup?' },
  ]
}

async function take(tab: Tab, dish: string) {
  await tab.fill(byLabel(/dish/i), dish)
  // Without a boundary the failure comes out here; what the page then shows is the question.
  await tab.click(byRole('button', { name: 'Add' })).catch(() => {})
}

const said = (tab: Tab) => tab.text().replace(/\s+/g, ' ').slice(0, 120)
