/** Is it a counter: from 0, one more for every press, a count of its own for every visitor, and a way back to 0? */
import {
  byRole,
  check,
  failure,
  type Hint,
  type Query,
  type StepTools,
  step,
  type Tab,
} from 'telar/testing'

export default check([
  step(
    'starts-at-zero',
    'The page starts at 0',
    async ({ visit, component }) => {
      const tab = await visit(component)
      if (numbersIn(tab.text()).includes(0)) return
      throw failure`Expected the page to say ${0} before anyone presses, received “${short(tab.text())}”.`
    },
    { hint: hintForStart },
  ),
  step(
    'one-click-one',
    'One press adds one',
    async (tools) => {
      const { after, before } = await adding(tools)
      if (says(after, 1) > says(before, 1)) return
      throw failure`Expected the page to say ${1} after one press, received “${short(after)}”.`
    },
    {
      hint: hintForPress,
      play: [{ press: 'Add one' }, { say: 'The number should be 1 now.' }],
    },
  ),
  step(
    'own-count',
    'Another visitor has a count of their own',
    async (tools) => {
      const { button } = await adding(tools)
      const tab = await tools.visit(tools.component)
      const before = tab.text()
      const other = await tab.another()
      await tab.click(nth(button))
      const later = await tab.another()
      for (const text of [other.text(), later.text()]) {
        if (numbersIn(text).join() === numbersIn(before).join()) continue
        throw failure`Expected the page of another visitor to stay at “${short(before)}”, received “${short(text)}”.`
      }
    },
    {
      hint: ({ files }) =>
        /\bstatic\b/.test(codeOf(files))
          ? 'A static field belongs to the class, and the class exists once on the server. Every visitor gets an instance of the class, and all the instances share what is static. So a press by one visitor changes the number of the next. State that belongs to one visitor is a field without static, which you reach through this.'
          : 'A variable of the file exists once in the server process, however many people come. Every visitor gets an instance of your class, and all those instances read the same variable. So the count goes on where another visitor left it. Keep it where each instance has its own: in a field of the class.',
      play: [
        { press: 'Add one' },
        { visitor: 2 },
        { say: 'This is another visitor. Nobody has pressed here, so it should say 0.' },
      ],
    },
  ),
  step(
    'every-click-adds',
    'Five presses make five',
    async (tools) => {
      const { button } = await adding(tools)
      const tab = await tools.visit(tools.component)
      const before = tab.text()
      for (let press = 1; press <= 5; press += 1) await tab.click(nth(button))
      if (says(tab.text(), 5) > says(before, 5)) return
      throw failure`Expected the page to say ${5} after five presses, received “${short(tab.text())}”.`
    },
    {
      hint: ({ message }) =>
        numbersIn(shownIn(message)).some((number) => number > 9)
          ? 'With a number, + adds. With a text, it joins: a 1 goes after what is there, and the text grows longer on each press. The count of your component is a text, so the page shows more and more digits. Look at what the field holds at first, and at whether there are quotes around it.'
          : 'The first press works and the later ones change nothing. Then the handler sets the count to the same number each time, and the engine sees the same template as before, so it sends nothing. Let the new count depend on the old one: look at the right side of the line that changes the count.',
      play: [
        { press: 'Add one' },
        { press: 'Add one' },
        { press: 'Add one' },
        { say: 'Three presses should make 3.' },
      ],
    },
  ),
  step(
    'starts-again',
    'A second button starts again at 0',
    async (tools) => {
      const { button } = await adding(tools)
      const count = await buttonsOf(tools)
      let last = ''
      for (let other = 0; other < count; other += 1) {
        if (other === button) continue
        const tab = await tools.visit(tools.component)
        const before = tab.text()
        for (let press = 1; press <= 3; press += 1) await tab.click(nth(button))
        await tab.click(nth(other))
        if (numbersIn(tab.text()).join() === numbersIn(before).join()) return
        last = tab.text()
      }
      if (count < 2) throw failure`Expected a second button in the page, received ${count}.`
      throw failure`Expected the page to say ${0} again after three presses and the second button, received “${short(last)}”.`
    },
    {
      hint: ({ message }) =>
        message.includes('a second button')
          ? 'The counting is right, but a visitor can’t get back to 0 yet. A component may have as many handlers and buttons as it needs, and each button names the handler that belongs to it. Write a second method beside the first, and give the new button an lv-click of its own, as you did before.'
          : 'The second button is there, and after its press the page does not show 0. Either it names no handler of its own, so that nothing happens or the old one runs, or its handler changes something other than the field that the template shows. Look at both: the lv-click of the new button, and which field its handler sets.',
      play: [
        { press: 'Add one' },
        { press: 'Add one' },
        { press: 'Start again' },
        { say: 'The number should be 0 again.' },
      ],
    },
  ),
])

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

function hintForStart({ message, files }: Failure): string {
  if (message.includes('change no state'))
    return 'The template is made often: for every visitor, and after every handler. So it may only read the state. Yours also changes it, and the count would grow whenever somebody looks at it. The engine noticed that and stopped. Show the field as it is, and change it in a handler alone.'
  if (/\bonclick=/i.test(codeOf(files)))
    return 'An onclick belongs to a program in the browser, and your handler is a method on the server, where the browser cannot reach it. So the engine does not make the page at all. Name the handler in the attribute that begins with lv-: then the page sends a message, and the engine calls the method.'
  if (/received the text/.test(message) && /=\s*["']?\{/.test(codeOf(files)))
    return 'Inside html`…`, a place for a value begins with a dollar sign before the brace. Without it, or in quotes, the engine gets a text, and nobody can call a text. The sentence above shows what it found and where. Look at the attribute of your button: what should be there is the method itself, as a value.'
  if (/Expected a function/.test(message))
    return 'An lv-click wants the method itself, so that the engine can call it later, on each press. Yours gets something else. With parentheses after its name, the method is called at once, while the page is made, and only its empty result is handed over. A name in quotes is a text, which nobody can call.'
  return 'A page is made from the fields of a new component, so what the visitor sees at first is what the field holds at first. Yours shows no 0, or no page comes at all, and then the sentence above says why. Look at the value that the field is declared with, and at whether the template shows that field.'
}

function hintForPress({ message, files }: Failure): string {
  const code = codeOf(files)
  if (!numbersIn(shownIn(message)).includes(0) && shownIn(message) !== '')
    return 'The press reaches your handler, and the number changes, but not by one. A handler runs once for each press, so what it adds is what the visitor sees. Look at how much the line in your handler adds, and at whether the number passes through two lines that both change it.'
  if (!/lv-click/.test(code))
    return 'The press leaves no trace, because no handler has been named for the button. A page sends only what the server has asked to hear. A method that nobody names stays an ordinary method. Give the button an lv-click in the template, with the method that should run, and watch the wire when you press.'
  if (/=>\s*this\.\w+\s*\}/.test(code))
    return 'An arrow function is a handler too: the engine calls it on each press, and what comes after the arrow is all that it does. Yours only mentions the method and does not call it. Either hand the method over without an arrow, or call it after the arrow, with parentheses.'
  if (/\bset(Timeout|Interval)\(|\bqueueMicrotask\(/.test(code))
    return 'The engine makes the template again when the handler ends. Yours has ended before the count changes, because a timer changes it later, when nobody looks at the page. So the number is always one press behind. Change the field in the handler itself; the next lesson but one shows timers that the engine knows.'
  return 'The button has its handler, and the number stays as it was. Then the handler runs and leaves the field of the component alone: it changes a copy, returns a result that nobody uses, or puts the old value in again. Look at what is on the left side when the handler ends: it has to be the field, through this.'
}

/** The button whose press adds one; if none does, the one that changes most. */
async function adding({ visit, component }: StepTools) {
  let found = { button: 0, before: '', after: '' }
  const count = await buttonsOf({ visit, component })
  if (count === 0) await (await visit(component)).click(byRole('button'))
  for (let button = 0; button < count; button += 1) {
    const tab = await visit(component)
    const before = tab.text()
    await press(tab, nth(button))
    const after = tab.text()
    if (hasGrown(before, after)) return { button, before, after }
    if (button === 0 || after !== before) found = { button, before, after }
  }
  return found
}

// What is outside the class goes on from visit to visit, so the first press need not make a 1.
const hasGrown = (before: string, after: string) =>
  says(after, 1) > says(before, 1) ||
  numbersIn(after).some((number, i) => number === numbersIn(before)[i]! + 1)

async function buttonsOf({ visit, component }: StepTools): Promise<number> {
  const tab: Tab = await visit(component)
  let count = 0
  while (tab.has(nth(count))) count += 1
  return count
}

/** A button that can't be pressed is a right answer too, where a press must change nothing. */
async function press(tab: Tab, button: Query) {
  const able = {
    ...button,
    find: (page: Parameters<Query['find']>[0]) =>
      button.find(page).filter((one) => !one.matches(':disabled')),
  }
  if (tab.has(able)) await tab.click(button)
}

const nth = (number: number) => byRole('button', { nth: number })

/** How often a text says a number: it may have stood there from the start, in a title or on a button. */
const says = (text: string, wanted: number) =>
  numbersIn(text).filter((number) => number === wanted).length

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number)

const shownIn = (message: string) => /received “([^”]*)”/.exec(message)?.[1] ?? ''

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')

const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80)
