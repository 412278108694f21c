/** Do the input and the button talk: letters within one visitor, the greeting among all of them? */
import { byRole, check, type Hint, step } from 'telar/testing'

export default check([
  step(
    'button-follows',
    'The button says the name that was typed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byRole('textbox'), 'Ada')
      expectSays(tab.text(byRole('button')), 'Ada', 'the button')
      await tab.fill(byRole('textbox'), 'Grace')
      expectSays(tab.text(byRole('button')), 'Grace', 'the button')
    },
    { hint: hintForName },
  ),
  step(
    'letters-stay-private',
    'Another visitor does not see what you type',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.fill(byRole('textbox'), 'Ada')
      if (other.text().includes('Ada')) {
        throw new Error(
          `Expected the page of another visitor to stay as it was, received ${quote(other.text())}.`,
        )
      }
    },
    {
      hint: ({ files }) =>
        !files || codeOf(files).includes('publish(')
          ? 'A topic reaches every visitor. Within one page, pass a method down as a prop and call it.'
          : 'What stands outside the classes belongs to the whole server, and so to every visitor. A field of a component belongs to one.',
    },
  ),
  step(
    'greeting-shows',
    'The button greets with the name',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byRole('textbox'), 'Ada')
      const before = count(tab.text(), 'Ada')
      await tab.click(byRole('button'))
      if (count(tab.text(), 'Ada') <= before) {
        throw new Error(
          `Expected a greeting with “Ada” after the press, received ${quote(tab.text())}.`,
        )
      }
    },
    { hint: hintForGreeting },
  ),
  step(
    'greeting-reaches-all',
    'Another visitor sees the greeting',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.fill(byRole('textbox'), 'Ada')
      await tab.click(byRole('button'))
      expectSays(other.text(), 'Ada', 'the page of another visitor')
    },
    {
      hint: ({ files }) =>
        codeOf(files).includes('publish(')
          ? 'It is published, and the other page does not show it. Each visitor has to subscribe, in connected(), and keep what comes in a field that the template shows.'
          : 'Publish in the handler, this.publish("greetings", …), and subscribe in connected(). A field alone stays with its own visitor.',
    },
  ),
])

function hintForName({ message, files }: Failure): string {
  const code = codeOf(files)
  if (/Expected a function|change no state/.test(message))
    return 'Hand a method over by its name, this.rename. With brackets behind it, it runs while the page is made.'
  if (message.includes('to say “Grace”'))
    return 'The first name came and the second did not: a copy made in start() never changes. Read this.props.name in the template.'
  if (code !== '' && !/lv-(input|change)/.test(code))
    return 'Nothing hears the input yet. Give it a handler, lv-input=${this.write}, which gets what was typed as event.value.'
  if (/mount\(NameInput\s*\)/.test(code))
    return 'The input is heard, and has nobody to tell. Hand it the parent’s method, mount(NameInput, { onName: this.rename }), and call this.props.onName(event.value) in its handler.'
  if (code !== '' && !code.includes('this.props.name'))
    return 'The button gets the name as a prop: read this.props.name in its template.'
  if (/start\s*\(\)[^}]*this\.props\.name/.test(code))
    return 'A copy made in start() never changes. Read this.props.name in the template of the button.'
  if (code !== '')
    return 'The input is heard and has a method to call. Its handler has to call that method with event.value, and the method has to set this.name of the parent.'
  return 'Hand the parent’s method to the input, mount(NameInput, { onName: this.rename }), and call it from a handler on lv-input. In the button, read this.props.name in the template.'
}

function hintForGreeting({ message, files }: Failure): string {
  const code = codeOf(files)
  if (/Expected a function|change no state/.test(message))
    return 'Hand a method over by its name, this.greet. With brackets behind it, it runs while the page is made.'
  const [speaks, listens] = [code.includes('publish('), code.includes('subscribe(')]
  if (speaks && !listens)
    return 'It is published, and nobody subscribed. Subscribe in connected(): whoever publishes hears it like everyone else.'
  if (code !== '' && !speaks)
    return 'The press has to lead to a greeting that the template shows: lv-click=${this.greet}, and greet() publishes it or sets the field.'
  return 'Whoever publishes hears it like everyone else, if they subscribed to the same topic: compare the two names letter by letter. What comes belongs in a field that the template shows.'
}

type Failure = Parameters<Extract<Hint, (failure: never) => string>>[0]

const codeOf = (files: Failure['files'] = {}) => Object.values(files).join('\n')

function expectSays(text: string, wanted: string, where: string) {
  if (text.includes(wanted)) return
  throw new Error(`Expected ${where} to say “${wanted}”, received ${quote(text)}.`)
}

const count = (text: string, word: string) => text.split(word).length - 1

const quote = (text: string) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 80)}”`
