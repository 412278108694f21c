/** Does the order arrive as one message, and are its prices the baker’s? */
import {
  byLabel,
  byRole,
  check,
  failure,
  type Hint,
  type Query,
  step,
  type Tab,
} from 'telar/testing'

export default check([
  step(
    'silent-while-filling',
    'Nothing crosses while somebody fills in the form',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.totalBytes
      await tab.fill(byLabel('Your name'), 'Ines')
      await tab.click(byLabel(/rye/))
      const bytes = tab.totalBytes - before
      if (bytes > 0)
        throw failure`Expected nothing to cross before the form is sent, received ${bytes} bytes of answers.`
    },
    {
      hint: 'The fields tell the server about each letter and each tick, and it answers all of them, although nobody wants to know before the order is sent. Handlers on the fields are right where something should happen while a visitor types. Here the form itself keeps what was typed, and hands all of it over when it is sent. So take the handlers off the fields, and the fields of the class with them, and read what the event of the submit brings.',
      play: [{ type: 'Ines', into: 'Your name' }, { say: 'Count the ticks on the wire.' }],
    },
  ),
  step(
    'one-message',
    'The order arrives, whole, in one message',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await order(tab, 'Ines', /rye/, /seed/)
      for (const word of ['Ines', 'rye', 'seed', '10.00'])
        if (!receipt(tab).includes(word))
          throw failure`Expected the receipt to have “${word}” in it, received “${receipt(tab)}”.`
      if (tab.frames.length > 1)
        throw failure`Expected one answer to the order, received ${tab.frames.length}.`
    },
    {
      hint: hintForMessage,
      play: [{ press: 'Order' }, { say: 'Open what went up on the wire: each entry has a name.' }],
    },
  ),
  step(
    'one-or-none',
    'One loaf is an order too, and none is no accident',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await order(tab, 'Omar', /oat/)
      if (!/\boat\b/.test(receipt(tab)) || !receipt(tab).includes('3.90'))
        throw failure`Expected the receipt of one loaf to have “${'oat'}” and ${'3.90'} in it, received “${receipt(tab)}”.`
      const empty = await visit(component)
      await order(empty, 'Omar')
      if (/undefined|null|NaN/.test(receipt(empty)))
        throw failure`Expected an order of nothing to be answered with a sentence or with nothing, received “${receipt(empty)}”.`
    },
    { hint: hintForOne },
  ),
  step(
    'price-is-yours',
    'A visitor can’t change a price',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byLabel('Your name'), 'Eve')
      await tab.click(byLabel(/rye/))
      // A page with a price that no longer fits may refuse the order.
      await tab.submit(formWithOtherNumbers).catch(() => {})
      const [price] = /\d+\.\d\d/.exec(receipt(tab)) ?? []
      // A number may also be the loaf that is meant: then it is another loaf, at its own price.
      if (price !== undefined && !['4.80', '3.90', '5.20', '0.00'].includes(price))
        throw failure`Expected a loaf of rye to cost ${'4.80'} after a visitor changed what is in their page, received ${price}.`
    },
    { hint: hintForPrice },
  ),
  step(
    'unknown-loaf',
    'A loaf that nobody bakes does no harm',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.click(byLabel(/rye/))
      // A handler that refuses it by an error is as right.
      await tab.submit(formWithUnknownLoaf).catch(() => {})
      if (/undefined|null|NaN/.test(receipt(tab)))
        throw failure`Expected an order of an unknown loaf to be answered with a sentence or with nothing, received “${receipt(tab)}”.`
    },
    {
      hint: 'A visitor sent a loaf that you don’t bake, and the receipt shows what became of it: a price that nobody knows is undefined, and a sum with it is no number any more. The boxes in your page are only what you offered. Whoever writes a request of their own sends any word that they like. Decide what your handler does with a name that is not in the list.',
    },
  ),
])

function hintForMessage({ message, files }: Failure): string {
  if (message.includes('Expected one answer'))
    return 'The order arrives in several pieces. A form that is sent is one event: its handler is on the form, as lv-submit, and gets all names with their values at once. Look for another handler that hears the same press, on the button for instance, or for something that goes on after the submit. One of them is enough.'
  const code = Object.values(files ?? {}).join('\n')
  if (/lv-submit/.test(code) && (message.includes('have “Ines”') || /undefined/.test(message)))
    return 'The name was typed, and the receipt has nothing of it. A form sends entries, each with a name and a value, and leaves out every field that has no name: an id or a label is not one. Compare the attribute name of each field with what your handler asks for, letter by letter. What it asks for and nobody sent is undefined.'
  if (/lv-submit/.test(code))
    return 'The form is sent, and something of the order is missing in the receipt. Each box has to have a name, and a value that says which loaf it stands for: without a value a ticked box sends the word on. Then look at how your handler puts together what came, and what it adds up.'
  return 'Nothing hears that the form is sent. The handler belongs on the form, as lv-submit: a press on its button gets there, and so does Enter in a field. It is given the event, and event.form has what the form holds, names with their values. The handler puts the receipt together and keeps it in a field that the template shows.'
}

function hintForOne({ message, files }: Failure): string {
  if (message.includes('order of nothing'))
    return 'A box that is not ticked sends nothing at all: no “off”, no empty text, the name is absent. So with no loaf chosen there is nothing under that name, and what you do with it afterwards shows in the receipt. Decide in the handler what an absent name means, before you go through the loaves.'
  if (
    // A text has no `reduce`: such code has stopped before it met a letter.
    !message.includes('is not a function') &&
    (/\b[a-z], [a-z]\b/.test(message) ||
      /\.\.\.|for \(/.test(Object.values(files ?? {}).join('\n')))
  )
    return 'Two loaves came as a list of two texts, but a single loaf comes as one text: a form does not know that you expected several. Your code goes through that text as it would through a list, letter by letter, and no letter is in the list of prices. Make a list of whatever came first, of one as of many, and go on from there.'
  return 'A name that was sent once has a text as its value, one that was sent several times a list of texts, and one that was not sent is absent. Your handler can deal with one of these three, but not with all. Look at what is in event.form for a single loaf, by opening the frame that went up, and make one shape of the three before you use it.'
}

function hintForPrice({ files }: Failure): string {
  if (/type="hidden"/.test(Object.values(files ?? {}).join('\n')))
    return 'The price went to the page in a field and came back from there, and in between it belonged to the visitor. A hidden field is hidden from the eyes, not from the hands: whoever opens the developer tools can write another number into it and press the button. The server had the price all along. Let the form say which loaves, and look up there what they cost.'
  return 'The price is in the page, as the value of the box for instance, and what is in a page belongs to the visitor: with the developer tools anybody can change it before the form is sent. The form should only say what is chosen, in words that you can look up. What a loaf costs is on the server, in the list of prices, and it never has to come back from the page.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

async function order(tab: Tab, name: string, ...bread: RegExp[]) {
  await tab.fill(byLabel('Your name'), name)
  for (const loaf of bread) await tab.click(byLabel(loaf))
  await tab.click(byRole('button', { name: 'Order' }))
}

const receipt = (tab: Tab) => tab.text(byRole('status'))

/** The form, once its boxes say that they are something else. */
const formWithUnknownLoaf: Query = {
  looksFor: 'a form',
  find: ({ root }) => {
    for (const box of root.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
      box.value = 'gold'
    return [...root.querySelectorAll('form')]
  },
}

/** The form, once every number in it has been changed as with the tools of a browser. */
const formWithOtherNumbers: Query = {
  looksFor: 'a form',
  find: ({ root }) => {
    for (const field of root.querySelectorAll<HTMLInputElement>('input')) {
      field.value = field.value.replace(/\d+(\.\d+)?/g, '1')
    }
    return [...root.querySelectorAll('form')]
  },
}
