/** Can everybody put the pieces in order, and is the order the server’s? */
import { byText, check, failure, type Hint, type Query, step, type Tab } from 'telar/testing'

export default check([
  step(
    'by-mouse',
    'A piece is dragged to another place, up and down',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.drag(piece('Tango'), piece('Waltz')).catch(() => {})
      if (order(tab) !== 'Tango, Waltz, March, Lullaby')
        throw failure`Expected ${'Tango'} in the place of ${'Waltz'} after it was dragged there, received the order ${order(tab)}.`
      const down = await visit(component)
      await down.drag(piece('Waltz'), piece('Lullaby')).catch(() => {})
      if (order(down).indexOf('Waltz') < order(down).indexOf('March'))
        throw failure`Expected ${'Waltz'} further down after it was dragged to ${'Lullaby'}, received the order ${order(down)}.`
    },
    { hint: hintForDrag },
  ),
  step(
    'order-is-state',
    'The next move goes on from the new order, and so does another process',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.drag(piece('Tango'), piece('Waltz'))
      await tab.drag(piece('Lullaby'), piece('Waltz')).catch(() => {})
      if (order(tab) !== 'Tango, Lullaby, Waltz, March')
        throw failure`Expected a second move to go on from the first, ${'Tango, Lullaby, Waltz, March'}, received the order ${order(tab)}.`
      await tab.reconnect({ restarted: true })
      if (!order(tab).startsWith('Tango'))
        throw failure`Expected ${'Tango'} still to be first after another server process went on, received the order ${order(tab)}.`
    },
    {
      hint: 'The page shows the new order, and the list in the component still has the old one: your handler has moved elements, not pieces. The rows that a driver writes have no handlers, so nobody can move them a second time, and as soon as something changes the list, the old order is back. You don’t have to do anything to the page. Change the list in the handler of the drop: with the template and its keys, the elements follow.',
    },
  ),
  step(
    'by-keys',
    'It moves by keyboard, and the focus goes with it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = order(tab)
      await tab.press(handle('Tango'), ' ')
      await tab.press(handle('Tango'), 'ArrowUp')
      await tab.press(handle('Tango'), ' ')
      if (order(tab) === before)
        throw failure`Expected ${'Tango'} in another place after Space, Arrow up and Space, received the order ${order(tab)}.`
      if (!tab.focused(handle('Tango')))
        throw failure`Expected the focus on ${'Tango'} after it was moved by keys, received it elsewhere.`
    },
    { hint: hintForKeys },
  ),
])

function hintForDrag({ message, files }: Failure): string {
  const code = Object.values(files ?? {}).join('\n')
  if (/\.ts:\d+:\d+\)/.test(message))
    return 'The page could not be made, so there is nothing to drag yet. The sentence above says what the engine found, and in which line. An attribute that begins with on would be a script in the page, and what has parentheses is called while the page is made. A handler is a function, in an attribute that begins with lv-, written in small letters. Compare your row with the one in the text.'
  if (/dataset/.test(code))
    return 'The handler of the drop gets the data of the element that it is on, and that is the place. The piece that was dragged is another element, and the event of the drop brings nothing of it. So your handler looks for a piece without a name, and moves another one, or none. When somebody picks a piece up, there is an event of its own, dragstart. Keep there what is being moved, and look it up when it is dropped.'
  if (/lv-(mouse|pointer)(down|up)/.test(code))
    return 'Press and release are what a mouse has. A finger that moves scrolls the page, a keyboard has neither, and a check can’t guess that the two belong together. Dragging has events of its own, and the page makes them from all three: mouse, finger and keys. Say what can be dragged with the attribute draggable, and which elements take it with lv-drop. The handlers can stay as they are.'
  if (/lv-drop=/.test(code) && !/lv-drag(start)?=/.test(code))
    return 'Something was dropped, and another piece has moved, or none. The handler of the drop knows the place alone. Which piece it is, the page says earlier, at the moment when somebody picks it up, and in your template nobody hears that event. So the field for the moving piece is still empty when the drop comes. Look at the element that people drag: it needs a handler of its own.'
  return 'Nothing moved, or not to where it was dropped. What is dragged needs draggable="true", and the place that takes it a handler with lv-drop. A piece that is dropped on another one takes its place, whether it comes from above or from below. Take the piece out of the list first, and see what has become of the other positions before you put it in again.'
}

function hintForKeys({ message }: Failure): string {
  if (message.includes('the focus'))
    return 'The order is right, and the focus is somewhere else: on the element where the piece was. Whoever moves a piece with the keyboard would have to look for it again. The row has a key that says where it is and not what it is, so the engine has left the elements in place and changed their texts. Choose a key that belongs to the piece: then the element moves with it, and so does the focus.'
  return 'Space picks up what has the focus, arrows go through the places that take it, Space drops it. The page does all that by itself for an element that is draggable, and sends the same events as for a mouse. So look for a handler that hears the mouse alone. If another piece moved, look at how your handler knows which piece was picked up: it has to know that without a mouse, too.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const NAMES = ['Waltz', 'March', 'Tango', 'Lullaby']

const piece = (name: string) => byText(name)

/** What has the focus when a piece is moved by key: what is draggable, its row or a part of it. */
const handle = (name: string): Query => ({
  looksFor: `something draggable that says “${name}”`,
  find: ({ root }) =>
    [...root.querySelectorAll('[draggable=true]')].filter((one) => one.textContent?.includes(name)),
})

/** The pieces in the order in which the page has them. */
function order(tab: Tab): string {
  const text = tab.text()
  return NAMES.filter((name) => text.includes(name))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
    .join(', ')
}
