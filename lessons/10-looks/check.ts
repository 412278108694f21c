/** Does what is only a matter of looks stay in the page, and is a colour only a colour? */
import { byLabel, byRole, check, failure, type Hint, step, type Tab } from 'telar/testing'

export default check([
  step(
    'opens-for-nothing',
    'The menu opens without a byte',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.html()
      await tab.click(opener(tab))
      if (tab.bytes > 0)
        throw failure`Expected the menu to open without a trip to the server, received ${tab.bytes} bytes from it.`
      if (tab.html() === before)
        throw failure`Expected a press on “${'Colours'}” to change something in the page, received the same page.`
      if (!tab.has(item) || !tab.has(opener(tab)))
        throw failure`Expected the button “${'Colours'}” and the colours to be there after the press, received only one of them.`
    },
    {
      hint: hintForMenu,
      play: [{ press: 'Colours' }, { say: 'Look at the wire: has anything crossed?' }],
    },
  ),
  step(
    'hover-is-free',
    'The mouse over a colour costs nothing',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.totalBytes
      await tab.click(opener(tab))
      await tab.hover(item)
      await tab.hover(byLabel('Your own colour'))
      if (tab.totalBytes > before)
        throw failure`Expected the mouse to move over a colour without a trip to the server, received ${tab.totalBytes - before} bytes from it.`
    },
    {
      hint: 'Each time the mouse comes over a colour, the page tells the server, the server makes the template again, and the answer says that one button is underlined. Nobody will ever ask the server which button that was, so it isn’t state. The browser knows it without being told: a style sheet can speak of the element under the mouse with :hover, and of the one reached by key with :focus-visible.',
    },
  ),
  step(
    'choice-arrives',
    'A chosen colour is the colour of the badge',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(opener(tab))
      await tab.click(item)
      if (!/style="[^"]*\bteal\b/.test(tab.html()))
        throw failure`Expected the badge to be ${'teal'} after that colour was chosen, received a page without it in any style.`
      await tab.fill(byLabel('Your own colour'), 'tomato')
      if (!/style="[^"]*\btomato\b/.test(tab.html()))
        throw failure`Expected the badge to be ${'tomato'} after that was typed as a colour, received a page without it in any style.`
    },
    {
      hint: 'Which colour somebody chose is worth keeping: it should still be there after a reload. So this press has to reach the server, with lv-click on the button of the colour, and its handler keeps the colour in a field. A command may go beside it on the same element and close the menu at once. In the template, the field is the background of the badge.',
    },
  ),
  step(
    'closes-with-choice',
    'The menu closes when a colour is chosen',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const closed = menuOf(tab)
      await tab.click(opener(tab))
      const open = menuOf(tab)
      await tab.click(item)
      if (isStillOpen(closed, open, menuOf(tab)))
        throw failure`Expected the menu to be closed after “${'teal'}” was chosen, received one that is still open.`
    },
    {
      hint: 'The colour has arrived, and the menu still covers the page: whoever has chosen must now close it by hand. The server can’t do that, since it doesn’t know that the menu is open. But the press that chooses happens in the page, and an element may have a command and a handler for the same event. Look at the buttons of the colours: each has a handler, and the page could do something of its own at that press.',
      play: [
        { press: 'Colours' },
        { press: 'teal' },
        { look: 'teal' },
        { say: 'The colour is chosen, and the menu is still there.' },
      ],
    },
  ),
  step(
    'one-property',
    'A colour can’t bring other styles along',
    async ({ visit, component }) => {
      const tab = await visit(component)
      // What is refused rejects: that is a right answer too.
      await tab.fill(byLabel('Your own colour'), 'gold; position: fixed').catch(() => {})
      if (/style="[^"]*;\s*position: *fixed/.test(tab.html()))
        throw failure`Expected the style of the badge to be what you wrote, received another property that a visitor typed: “${'position: fixed'}”.`
    },
    {
      hint: 'The style is glued together from a text of yours and a text of the visitor’s, and a semicolon in theirs begins a property of its own: with position: fixed the badge lies over your page. The quotes are escaped, but a semicolon is an ordinary character there. styles({ … }) takes each value by itself, so it sees when one goes on as another property, and refuses it.',
      play: [
        { type: 'gold; position: fixed; inset: 0', into: 'Your own colour' },
        { say: 'Whoever types this lays their badge over your whole page.' },
      ],
    },
  ),
])

function hintForMenu({ message, files }: Failure): string {
  const code = Object.values(files ?? {}).join('\n')
  if (/toggle(Class)?\(['"`]/.test(code) && message.includes('only one'))
    return 'A press on the button turns around what is there: what was hidden shows, and what shows is hidden. The colours could be seen from the start, so the first press has taken them away. The command is right. Look at the tag of the menu in the template: at the beginning it has to say that nobody sees the menu yet, with the attribute that the command takes away and puts back.'
  if (/toggle(Class)?\(\s*\)/.test(code) || message.includes('only one'))
    return 'A command without a selector is about the element that it is on: the button hides or shows itself, and with it goes the only way to the menu. Say with a selector which element you mean, as in a style sheet. The menu has an id, and a selector for an id begins with #. Then press again: the button has to stay, and the colours come and go.'
  if (message.includes('the same page'))
    return 'Nothing happens when the button is pressed. A command is a value in the template: lv-do-click goes on the button, with what is to be done as its value, and the selector must fit an element that is there. The menu begins with the attribute hidden, so that there is something to take away. Read the selector letter by letter, and check that the command is imported.'
  if (/lv-do-click/.test(code))
    return 'The command opens the menu, and beside the command the press still goes to the server, because there is a handler on the same button. Nobody needs what that handler changes. The server doesn’t have to know whether a menu is open in one page: remove the handler and its field, and leave the work to the command alone.'
  return 'The press goes to the server, which keeps in a field of its own whether this menu is open, and sends back that one attribute has to go. At home you don’t notice the wait; on a phone in a tunnel you do. The page itself carries out a command. Replace the handler with lv-do-click and one of the commands, write hidden in the template without a value, and remove the field.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

/** What opens the menu: a button, or a summary. */
const opener = (tab: Tab) =>
  tab.has(byRole('button', { name: 'Colours' })) ? byRole('button', { name: 'Colours' }) : 'summary'

const item = byRole('button', { name: 'teal' })

type Around = readonly Readonly<Record<string, string>>[]

/** The attributes of a colour’s button and of what is around it: a menu opens by one of them. */
function menuOf(tab: Tab): Around {
  const around: Record<string, string>[] = []
  tab.has({
    looksFor: 'what is around a colour',
    find: ({ root }) => {
      let one = [...root.querySelectorAll('button')].find(
        (button) => button.textContent?.trim() === 'teal',
      ) as Element | null | undefined
      for (; one; one = one.parentElement)
        around.push(Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])))
      return []
    },
  })
  return around
}

/** Whether something that opening has changed is still as it was when the menu was open. */
const isStillOpen = (closed: Around, open: Around, now: Around) =>
  closed.some((before, at) =>
    Object.keys({ ...before, ...open[at] }).some(
      (name) => before[name] !== open[at]?.[name] && now[at]?.[name] === open[at]?.[name],
    ),
  )
