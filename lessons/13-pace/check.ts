/** Does the search wait for a pause, and for nothing once Enter is pressed? */
import { byLabel, check, failure, type Hint, step, type Tab } from 'telar/testing'

export default check([
  step(
    'one-after-a-pause',
    'A word typed without a pause is one message',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const mark = tab.mark()
      await type(tab, 'loom')
      await tab.clock.advance(2000)
      const answers = mark.frames.filter(({ acknowledged }) => acknowledged !== undefined).length
      if (answers > 1)
        throw failure`Expected one answer to a word of four letters typed without a pause, received ${answers}.`
    },
    {
      hint: hintForFlood,
      play: [
        { type: 'l', into: 'Title' },
        { type: 'lo', into: 'Title' },
        { type: 'loo', into: 'Title' },
        { type: 'loom', into: 'Title' },
        { say: 'Four letters, and four searches. Three of them nobody wanted.' },
      ],
    },
  ),
  step(
    'found-soon',
    'What was typed is found within a second',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await type(tab, 'loom')
      await tab.clock.advance(1000)
      expectFound(tab)
    },
    {
      hint: 'A second after the last letter the list still shows other books. A pause of 200 to 400 milliseconds is enough to tell a typist from a reader, and longer ones feel like a page that has stopped. Look at the number beside lv-debounce: it is milliseconds. Then check that the handler of the field still keeps the words, so that the list can be made from them.',
    },
  ),
  step(
    'enter-at-once',
    'Enter searches at once, with all that was typed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await type(tab, 'loom')
      await tab.press(byLabel('Title'), 'Enter')
      expectFound(tab)
    },
    {
      hint: 'Whoever presses Enter has finished, and still waits for the pause to be over. Enter in a field sends the form around it, and a form that is sent is never held back: what the field still kept to itself goes ahead of it, in order. So put the field into a form and hear its submit. The handler can read the words from the form of the event.',
    },
  ),
  step(
    'escape-clears',
    'Escape empties the field and shows all books',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await type(tab, 'loom')
      await tab.press(byLabel('Title'), 'Escape')
      await tab.clock.advance(1000)
      if (tab.value(byLabel('Title')) !== '')
        throw failure`Expected an empty field after Escape, received “${tab.value(byLabel('Title'))}” in it.`
      if (!tab.text().includes('Bread'))
        throw failure`Expected all books after Escape, received a page without “${'Bread, a history'}”.`
    },
    {
      hint: 'Escape should take everything back: the words in the field and the shorter list. A handler for keys goes on the field as lv-keydown, and lv-key beside it names the one key that it is for. It has to empty what the list is made from, and the value of the field has to come from the same place, or it goes on showing the old words. Note the order: the page reports what was typed before it reports the key.',
    },
  ),
])

function hintForFlood({ files }: Failure): string {
  const code = Object.values(files ?? {}).join('\n')
  if (/lv-throttle/.test(code))
    return 'A throttle sends the first letter at once, and then the newest one every so often while the typing goes on. That is right for a slider, where you want to see each step on the way. Nobody wants to search for the beginning of a word: here the pause counts. The other modifier waits until it has been quiet for a while, and sends the newest state once.'
  if (/this\.after\(|setTimeout/.test(code))
    return 'The timer runs on the server, so every letter has travelled there before anything waits, and each of them is answered. The search is late and the flood is still there. What should not be sent has to be held back in the page, where it is typed. For that there is a modifier, an attribute beside the handler of the field. No timer of yours is needed.'
  if (/lv-debounce/.test(code) && /lv-key(down|up)=/.test(code) && !/lv-key=/.test(code))
    return 'The letters wait for a pause, and still each press of a key is told to the server: the handler for keys hears all of them, and there is a message for each letter. A condition in the handler comes too late, because by then the key has crossed the wire. The page can tell keys apart by itself, with an attribute beside that handler which names the one that you mean.'
  if (Number(/lv-debounce="?\D*(\d+)/.exec(code)?.[1]) <= 100)
    return 'There is a pause beside the handler, but it is shorter than the time between two letters of a fast typist, so each letter is a pause of its own. The number is in milliseconds. Ten letters in a second leave 100 between one and the next; a pause of 200 to 400 is long enough for that, and short enough to feel quick.'
  if (/lv-debounce/.test(code))
    return 'There is a pause in the template, but not for these events. A modifier is for the handlers on the same element, and the letters are heard by the field. On the form it is beside the submit, which is never held back, whatever is written there. Move it to the element whose handler hears the input, and count again what crosses the wire.'
  return 'Each letter is sent, searched for and answered, although the next one is already on its way. With ten visitors and a database that is a lot of work for answers that nobody reads. The page can hold the letters back until the typing pauses: a modifier beside lv-input says for how many milliseconds it has to be quiet. The handler stays as it is and is called less often.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

/** Letter by letter, ten in a second. */
async function type(tab: Tab, word: string) {
  for (const letter of word) {
    await tab.press(byLabel('Title'), letter)
    await tab.clock.advance(100)
  }
}

function expectFound(tab: Tab) {
  if (!tab.text().includes('Looms of the north') || tab.text().includes('Bread'))
    throw failure`Expected the books with “${'loom'}” in the title and no others, received “${tab.text().replace(/\s+/g, ' ').slice(0, 120)}”.`
}
