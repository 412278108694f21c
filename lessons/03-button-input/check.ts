/** Do the input and the button talk: letters within one visitor, the greeting among all of them? */
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'button-follows',
    'The button says the name that was typed',
    async ({ visit, component }) => {
      const tab = await visit(component)
      await tab.fill(byRole('textbox'), 'Ada')
      expectSays(tab.text(byRole('button')), 'Ada', 'Someone typed “Ada”, and the button')
      await tab.fill(byRole('textbox'), 'Grace')
      expectSays(
        tab.text(byRole('button')),
        'Grace',
        'The name was changed to “Grace”, and the button',
      )
    },
    {
      hint: 'Hand the parent’s method to the input, mount(NameInput, { onName: this.rename }), and call it from a handler on lv-input. In the button, read this.props.name in the template: a copy made in start() never changes.',
    },
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
          `One visitor typed “Ada”, and the page of another says ${quote(other.text())}. Expected it to stay as it was.`,
        )
      }
    },
    {
      hint: 'A topic reaches every visitor. Within one page, pass a method down as a prop and call it.',
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
          `After the press the page says ${quote(tab.text())}. Expected a greeting with “Ada” in it.`,
        )
      }
    },
    {
      hint: 'Whoever publishes hears it like everyone else, if they subscribed to the same topic: compare the two names letter by letter.',
    },
  ),
  step(
    'greeting-reaches-all',
    'Another visitor sees the greeting',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const other = await tab.another()
      await tab.fill(byRole('textbox'), 'Ada')
      await tab.click(byRole('button'))
      expectSays(other.text(), 'Ada', 'One visitor greeted as “Ada”, and the page of another')
    },
    {
      hint: 'Publish in the handler, this.publish("greetings", …), and subscribe in connected(). A field alone stays with its own visitor.',
    },
  ),
])

function expectSays(text: string, wanted: string, when: string) {
  if (text.includes(wanted)) return
  throw new Error(`${when} says ${quote(text)}. Expected “${wanted}” in it.`)
}

const count = (text: string, word: string) => text.split(word).length - 1

const quote = (text: string) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 80)}”`
