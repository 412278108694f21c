/** Does every board know who is in the kitchen, each person once, and only those who are? */
import { byLabel, byRole, check, failure, step, type Tab } from 'telar/testing'

export default check([
  step(
    'name-on-every-board',
    'Whoever begins a shift is named on every board',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await begin(tab, 'Ximena')
      expectShift(tab, ['Ximena'])
      expectOther(other, ['Ximena'])
      await begin(other, 'Yusuf')
      expectOther(tab, ['Ximena', 'Yusuf'])
      for (const board of [tab, other]) await board.click(byRole('button', { name: 'End shift' }))
    },
    {
      hint: () => NOT_TRACKED,
      play: [
        { press: 'Begin shift' },
        { visitor: 2 },
        { say: 'Somebody has begun a shift. Does the second visitor know?' },
        { look: 'On shift' },
      ],
    },
  ),
  step(
    'two-tabs-count-once',
    'Somebody with two tabs counts once',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const phone = await tab.another()
      const other = await tab.another()
      await begin(tab, 'Ximena')
      await begin(phone, 'Ximena')
      expectShift(other, ['Ximena'])
      await phone.click(byRole('button', { name: 'End shift' }))
      expectOther(other, ['Ximena'])
      await tab.click(byRole('button', { name: 'End shift' }))
      expectGone(other)
    },
    {
      hint: ({ message }) => (message.includes('nobody') ? NOT_ENDED : TABS),
      play: [
        { press: 'Begin shift' },
        { visitor: 2 },
        { press: 'Begin shift' },
        { say: 'Both previews are Ana. How many are on shift?' },
      ],
    },
  ),
  step(
    'leaves-with-the-tab',
    'Whoever closes the laptop is off the list after a moment',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await begin(tab, 'Ximena')
      await tab.disconnect()
      await other.clock.advance(10_000)
      expectGone(other)
    },
    { hint: () => STAYS },
  ),
  step(
    'still-here-after-a-restart',
    'After a restart of the server the list is as it was',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await begin(tab, 'Ximena')
      await tab.reconnect({ restarted: true })
      await other.clock.advance(10_000)
      expectOther(other, ['Ximena'])
    },
    { hint: () => LOST },
  ),
])

const NOT_TRACKED =
  'One board knows who has begun a shift, and the others don’t. That somebody is here is nothing that you have to send around: say it once, with `this.track`, a topic and what the others may know, and ask with `this.present` for the same topic in the template. A view that asks runs again whenever somebody comes or goes.'
const TABS =
  'One person has the board open twice, on the laptop and on the phone, and the list takes them for two, or for none after one of them has ended. What is present is a tab, and each brings its own entry. People are what your view makes of it: take the names out of the entries, and count every different name once.'
const NOT_ENDED =
  'Both tabs have ended their shift, and the name is still there. To be present begins with `this.track`, and it gives back a function that ends it. The handler that ends the shift has to call that function; to empty the field for the name only changes what this one visitor sees.'
const STAYS =
  'The laptop was closed, and its owner is on shift for ever. Nobody presses a button when a battery dies, so a list of one’s own, filled by one handler and emptied by another, fills up with people who have gone home. The engine notices when a tab no longer answers. Let it keep the list: what is tracked ends with its tab.'
const LOST =
  'The server was restarted, and somebody who sits in front of the board is no longer on it. Being present belongs to the process that has the connection; the next one begins with nobody. The name is a field, and it came along. So `connected()`, which runs in each process that takes over, can say once more who is here.'

async function begin(tab: Tab, name: string) {
  await tab.fill(byLabel(/your name/i), name)
  await tab.click(byRole('button', { name: 'Begin shift' }))
}

function expectShift(tab: Tab, names: readonly string[]) {
  if (!names.every((name) => times(tab, name) === 1) || count(tab) !== names.length) {
    throw failure`Expected ${names.length} on shift, and once each of these: “${names.join(', ')}”. Received “${said(tab)}”.`
  }
}

function expectOther(tab: Tab, names: readonly string[]) {
  if (!names.every((name) => times(tab, name) === 1) || count(tab) !== names.length) {
    throw failure`Expected another visitor’s board to say ${names.length} on shift, and once each of these: “${names.join(', ')}”. Received “${said(tab)}”.`
  }
}

function expectGone(tab: Tab) {
  if (times(tab, 'Ximena') > 0 || count(tab) !== 0) {
    throw failure`Expected nobody on shift, received “${said(tab)}”.`
  }
}

const heading = byRole('heading', { name: /on shift/i })

const count = (tab: Tab) => Number(/\d+/.exec(tab.text(heading))?.[0])

const times = (tab: Tab, name: string) => tab.text().split(name).length - 1

/** From the heading on. */
const said = (tab: Tab) => {
  const text = tab.text()
  return text
    .slice(text.indexOf(tab.text(heading)))
    .replace(/\s+/g, ' ')
    .slice(0, 120)
}
