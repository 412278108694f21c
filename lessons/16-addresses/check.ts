/** Is the address the one place that says what is shown? */
import { type Component, page } from 'telar'
import { byLabel, byRole, check, failure, type Hint, step, type Tab, visit } from 'telar/testing'

export default check([
  step(
    'address-follows',
    'The address says which walks are shown',
    async ({ component }) => {
      const tab = await open('/', component)
      await choose(tab, 'Short')
      if (shown(tab) !== 'Round the lake, To the mill')
        throw failure`Expected the two short walks after “${'Short'}”, received ${shown(tab) || 'none'}.`
      if (tab.url === '/')
        throw failure`Expected another address after “${'Short'}”, received the same one, ${tab.url}.`
    },
    {
      hint: 'What is shown has changed, and the address has not. So there is nothing to send to a friend, nothing for a bookmark, and a reload shows all walks again. What somebody would want to come back to belongs in the address, after a question mark. A link with lv-link goes there without leaving the page, and a handler does with this.patch(…). Then the component gets the new parameters in paramsChanged.',
      play: [{ press: 'Short' }, { say: 'Two walks are left. The address says nothing of it.' }],
    },
  ),
  step(
    'link-opens-it',
    'The address opened by somebody else shows the same',
    async ({ component }) => {
      const tab = await open('/', component)
      await choose(tab, 'Long')
      const friend = await open(tab.url, component)
      if (shown(friend) !== shown(tab))
        throw failure`Expected ${shown(tab)} for somebody who opens ${tab.url}, received ${shown(friend) || 'none'}.`
    },
    {
      hint: 'The address is right, but whoever opens it sees all walks. The first page of a visit is made before anything has changed: nobody calls paramsChanged for it. What is in the address then is in this.session.params, from the first moment on. Let the component begin with that, so that it does not matter whether somebody came by a press or by a link.',
    },
  ),
  step(
    'back-goes-back',
    'Back and Forward go through what was shown',
    async ({ component }) => {
      const tab = await open('/', component)
      await choose(tab, 'Short')
      const short = shown(tab)
      await choose(tab, 'Long')
      await tab.back()
      if (shown(tab) !== short)
        throw failure`Expected ${short} after one step back, received ${shown(tab) || 'none'}.`
      await tab.forward()
      if (shown(tab) === short)
        throw failure`Expected the long walks after a step forward, received ${shown(tab) || 'none'}.`
    },
    {
      hint: ({ message, files }) =>
        message.includes('history of the document') && !/lv-link/.test(codeOf(files))
          ? 'The links load the page anew, each time: that brings the right walks, and it ends the session and the socket, and all that the page held. So there is no entry of this page to go back to. A link that changes the address and stays on the page carries one more attribute. Look at the link in the text, and at the wire while you press yours.'
          : 'When somebody presses Back, the address changes and the list stays. The handler has set both the field and the address, so there are two places that say what is shown, and Back changes one of them. Let everything flow in one direction: a press changes the address and nothing else, the new address arrives in paramsChanged, and the field is set there. Then it does not matter who has changed the address.',
      play: [
        { press: 'Short' },
        { press: 'Long' },
        { say: 'Now press Back in your browser, and read the list.' },
      ],
    },
  ),
  step(
    'search-is-linked',
    'Length and words are in the address together',
    async ({ component }) => {
      const tab = await open('/', component)
      await choose(tab, 'Short')
      await type(tab, 'lake')
      if (shown(tab) !== 'Round the lake')
        throw failure`Expected the one short walk with “${'lake'}” in it, received ${shown(tab) || 'none'}.`
      const friend = await open(tab.url, component)
      if (shown(friend) !== 'Round the lake')
        throw failure`Expected ${'Round the lake'} for somebody who opens ${tab.url}, received ${shown(friend) || 'none'}.`
      const other = await open('/', component)
      await type(other, 'lake')
      await choose(other, 'Short')
      if (shown(other) !== 'Round the lake')
        throw failure`Expected the one short walk with “${'lake'}” in it, received ${shown(other) || 'none'}.`
    },
    { hint: hintForBoth },
  ),
  step(
    'one-step-back',
    'One step back leaves a search behind',
    async ({ component }) => {
      const tab = await open('/', component)
      await choose(tab, 'Short')
      await type(tab, 'lake')
      await tab.back()
      const words = tab.value(byLabel('Search'))
      if (words !== '')
        throw failure`Expected an empty search one step back, received “${words}” in the field.`
    },
    {
      hint: ({ message }) =>
        message.includes('“lake”')
          ? 'Back has led to an address without words, and the field still has them. What is missing from the address is missing from the parameters too: nothing says “no words”. So when the new parameters are laid over the old ones, the old words shine through. The address is the whole truth about what is shown. Look at what paramsChanged does with what it gets, and with what was there.'
          : 'Each letter has made an entry of its own in the history, so Back goes through the word letter by letter, and whoever wants to leave the page has to press it five times. An entry is for something that a visitor would call a step. While they type, the address may follow without one: there is an option of patch that replaces the entry they are on. Or wait for Enter, and let the whole word be the step.',
    },
  ),
])

function hintForBoth({ message, files }: Failure): string {
  if (!/paramsChanged/.test(codeOf(files)))
    return 'The address has the words, and the list does not know. A component hears of a new address in one method, which gets what comes after the question mark; without it, the page is as it was when it was opened. Everything else can be right already, the links and the call of patch. Look whether the class has that method, and whether its name is spelled as in the text.'
  if (message.startsWith('Expected the one short walk') || /\?words=/.test(codeOf(files)))
    return 'The new address has one of the two and has lost the other: choose a length and type a word, or the other way round, and the first is gone. An address that is written into the code as a whole knows only of its own part. Make each address from all that is there now, and the change on top of it. URLSearchParams takes an object with names and values and gives the text after the question mark, with everything escaped.'
  return 'The words are kept in a field beside the address, so there are two places that say what is shown, and a link has one of them. Whoever opens it sees more walks than you meant. The words belong where the length is. Let the field for the search change the address, and take its value from what the address has brought, as the list does.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')

const open = (address: string, component: new () => Component) =>
  visit(address, { pages: [page('/', component)] })

/** By a link or by a button, as the page has it. */
function choose(tab: Tab, name: string) {
  const link = byRole('link', { name })
  return tab.has(link) ? tab.follow(link) : tab.click(byRole('button', { name }))
}

/** Letter by letter and slowly, with Enter at the end. */
async function type(tab: Tab, word: string) {
  for (const letter of word) {
    await tab.press(byLabel('Search'), letter)
    await tab.clock.advance(1000)
  }
  await tab.press(byLabel('Search'), 'Enter')
}

const WALKS = ['Round the lake', 'To the mill', 'Two lakes and a pass', 'The ridge']

const shown = (tab: Tab) => WALKS.filter((walk) => tab.text().includes(walk)).join(', ')
