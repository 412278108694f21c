/** Is what is wrong said at its field, to ears as well as eyes, and does the server have the last word? */
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
    'server-decides',
    'No card for what is wrong, whatever the page lets through',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await send(tab, { name: 'Eve', email: 'nobody', age: '3' })
      if (tab.text(byRole('status')).includes('Eve'))
        throw failure`Expected no card for the address “${'nobody'}”, received “${tab.text(byRole('status'))}”.`
    },
    {
      hint: ({ message }) =>
        /\.ts:\d+:\d+\)/.test(message)
          ? 'The page could not be made as it is, or the engine stopped at something in it, and the sentence above says what it found and in which line. That comes before all that this lesson asks. A field(…) brings along the name, the value and the handlers of its input, so the input needs none of its own. Mend that line first, and check again.'
          : 'The rules are in the page alone: required and type="email" are requests to a browser, and a polite browser keeps them. Anybody can take them out with the developer tools, or send the form with a script that has never seen your page, and the handler lets everything through. They are there for comfort. What may become a card is decided where the card is made, on the server, by the same rules for everyone.',
    },
  ),
  step(
    'said-at-the-field',
    'Each wrong field is described by what is wrong with it',
    async ({ visit, component }) => {
      const tab = await visit(component)
      for (const [field] of FIELDS)
        if (described(tab, field))
          throw failure`Expected no complaint about “${field}” before anybody has typed, received one.`
      await send(tab, {})
      for (const [field] of FIELDS)
        if (!described(tab, field))
          throw failure`Expected the field “${field}” to have its message as its description, as a screen reader reads it, received a field without one.`
      if (!tab.has('[aria-invalid="true"]'))
        throw failure`Expected fields that are marked as ${'aria-invalid'}, received none.`
    },
    {
      hint: hintForField,
      play: [
        { press: 'Get a card' },
        { say: 'Which field is it about? Nothing in the page ties the two together.' },
      ],
    },
  ),
  step(
    'goes-when-right',
    'A message goes as soon as its field is right',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await send(tab, {})
      await tab.fill(byLabel(/e-mail/i), 'ines@example.org')
      await tab.clock.advance(1000)
      if (described(tab, 'E-mail'))
        throw failure`Expected no message at “${'E-mail'}” once it was right, received the old one.`
      if (!described(tab, 'Name'))
        throw failure`Expected the message at “${'Name'}” to stay while that is empty, received none.`
    },
    {
      hint: 'The messages are made when the form is sent and stay as they are until it is sent again. Somebody corrects the address, and the page goes on saying that it is wrong. So they correct it once more, and stop trusting the page. The server has to hear of a field when it changes, and judge it by the same rules. A form() does that for all its fields: what you show has to come from it, not from a copy that you made when the form was sent.',
      play: [
        { press: 'Get a card' },
        { type: 'ines@example.org', into: 'E-mail' },
        { say: 'The address is right now. The page still says that it is not.' },
      ],
    },
  ),
  step(
    'taken-address',
    'An address that has a card is refused at its field, and nothing typed is lost',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await send(tab, { name: 'Ines', email: 'ada@example.org', age: '30' })
      if (tab.text(byRole('status')).includes('Ines'))
        throw failure`Expected no second card for ${'ada@example.org'}, received “${tab.text(byRole('status'))}”.`
      if (!described(tab, 'E-mail'))
        throw failure`Expected the field “${'E-mail'}” to say that the address has a card, received a field without a message.`
      if (tab.value(byLabel(/^name/i)) !== 'Ines')
        throw failure`Expected the name “${'Ines'}” to stay in its field after the refusal, received “${tab.value(byLabel(/^name/i))}”.`
    },
    {
      hint: 'The rules look at the form alone, and each of its values is fine. Only the list of readers knows that somebody else has this address, so the handler has to look there before it gives out a card, and refuse it at the field. With setError, a form takes a sentence of yours for one of its fields, and shows it like its own until that field is changed. Return after it, so that no card is made and nothing is reset.',
    },
  ),
  step(
    'card-for-the-rest',
    'Whoever has filled in everything gets a card',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await send(tab, { name: 'Ines', email: 'ines@example.org', age: '30' })
      if (!tab.text(byRole('status')).includes('Ines'))
        throw failure`Expected a welcome for “${'Ines'}”, whose form is right, received “${tab.text(byRole('status'))}”.`
      const left = tab.value(byLabel(/^name/i))
      if (left !== '')
        throw failure`Expected an empty form for the next reader after the card was made, received “${left}” as the name.`
    },
    {
      hint: ({ message }) =>
        message.includes('an empty form')
          ? 'The card is made, and the form still shows what was typed for it, so the next reader has to delete all of it first. The state of the form is the form’s own: setting a field of the class does not empty it. It has a method that puts everything back to how it began. Call it when all went well, and only then.'
          : 'Everything in this form is right, and no welcome follows. Look at the way from the button to the greeting: the handler of the submit gets the values once the rules have accepted them all, and keeps the greeting in a field that the template shows. If the rules refuse, they say so at a field: read what the page shows there. A number comes as a number only from a field of type="number".',
    },
  ),
])

function hintForField({ message, files }: Failure): string {
  if (message.includes('no complaint'))
    return 'The page complains before anybody has done anything. Whoever opens an empty form knows that it is empty. A message belongs to a field that was changed and left, or to a form that was sent, and a form() keeps to that by itself. Show what it gives out, its error for a field, instead of asking the rules about the empty values while the page is made.'
  if (/\.errors\b/.test(Object.values(files ?? {}).join('\n')))
    return 'The sentence is beside the field, and only eyes can tell that the two belong together. A screen reader that comes to the field reads its label, its value and its description, and the description is an element that the field names by id. The element with your message has no such id. Let the form make it: error(…) gives a whole element, message(…) the attributes for one of your own.'
  const code = Object.values(files ?? {}).join('\n')
  if (/\.field\(/.test(code) && !/\.submit\(/.test(code))
    return 'The form is sent, and nobody asks its rules: the handler on the tag is a method of yours, and it is called with whatever came. So no field gets a sentence. Between the tag and your method there is a piece of the form that judges the values first, shows what is wrong, and calls your method only when all is well. Look at what the value of lv-submit is.'
  if (/\.(field|error|message)\(/.test(code))
    return 'The form knows what is wrong at this field, and the page has no place that says it. A field takes two pieces of the template: the input, which gets its name, its value and its handlers from the form, and an element for the sentence, to which the input points by an id. Where one of the two is missing, or was made for another field, a screen reader finds no description. Go through the fields one by one and see that each has both.'
  return 'There is one sentence for the whole form. It names the first thing that is wrong and is far from the field, and whoever can’t see the page comes to a field that sounds perfectly fine. Let a form() hold the values: field(…) in the tag of an input gives it its name, its value and the tie to its message, and error(…) beside it is the element with the sentence. All wrong fields speak at once then.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const FIELDS = [
  ['Name', 'textbox'],
  ['E-mail', 'textbox'],
  ['Age', 'spinbutton'],
] as const

/** Whether a screen reader hears more at a field than its label and its value. */
function described(tab: Tab, field: string) {
  const name = new RegExp(`^${field}`, 'i')
  const role = FIELDS.find(([label]) => label === field)?.[1] ?? 'textbox'
  // A text field for a number is as right.
  return [role, 'textbox'].some((one) => tab.has(byRole(one, { name, description: /\S/ })))
}

async function send(tab: Tab, values: { name?: string; email?: string; age?: string }) {
  if (values.name) await tab.fill(byLabel(/^name/i), values.name)
  if (values.email) await tab.fill(byLabel(/e-mail/i), values.email)
  if (values.age) await tab.fill(byLabel(/^age/i), values.age)
  await tab.submit(unguardedForm)
}

/** The form without the browser's own checks, as a script would send it. */
const unguardedForm: Query = {
  looksFor: 'a form',
  find: ({ root }) => {
    const forms = [...root.querySelectorAll('form')]
    for (const form of forms) form.setAttribute('novalidate', '')
    return forms
  },
}
