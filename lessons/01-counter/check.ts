/** Is it a counter: from 0, one more for every press, and a count of its own for every visitor? */
import { byRole, check, step } from 'telar/testing'

export default check([
  step(
    'starts-at-zero',
    'The page starts at 0',
    async ({ visit, component }) => {
      const tab = await visit(component)
      expectNumber(tab.text(), 0, 'before anyone presses')
    },
    {
      hint: 'The count is a field of the class: count = 0. A handler is handed over by its name, this.add; with brackets behind it, this.add(), it runs while the page is made.',
    },
  ),
  step(
    'one-click-one',
    'One press adds one',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.text()
      await tab.click(button)
      expectMore(tab.text(), before, 1, 'after one press')
    },
    {
      hint: ({ message, files = {} }) => {
        const shown = /received “([^”]*)”/.exec(message)?.[1] ?? ''
        if (!numbersIn(shown).includes(0)) {
          return 'A press does change the number. Make it one more each time: this.count += 1.'
        }
        const code = Object.values(files).join('\n')
        if (code.includes('lv-click')) {
          return 'The button has an lv-click, and the number stays. add() has to change this.count itself, not a copy of it.'
        }
        return 'The button needs an lv-click that names this.add, and add() has to change this.count itself, not a copy of it.'
      },
    },
  ),
  step(
    'own-count',
    'Another visitor has a count of their own',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = numbersIn(tab.text())
      const other = await tab.another()
      await tab.click(button)
      const later = await tab.another()
      const same = (text: string) => numbersIn(text).join() === before.join()
      if (!same(other.text()) || !same(later.text())) {
        throw new Error(
          `Expected the page of another visitor to say ${before.join(', ')} as before, received ${quote(later.text())}.`,
        )
      }
    },
    {
      hint: 'A variable outside the class belongs to the whole server. A field of the class belongs to one visitor.',
    },
  ),
  step(
    'every-click-adds',
    'Five presses make five',
    async ({ visit, component }) => {
      const tab = await visit(component)
      const before = tab.text()
      for (let press = 1; press <= 5; press += 1) await tab.click(button)
      expectMore(tab.text(), before, 5, 'after five presses')
    },
    { hint: 'Add to what is there: this.count += 1.' },
  ),
])

// A reader may add buttons of their own behind it.
const button = byRole('button', { nth: 0 })

function expectNumber(text: string, wanted: number, when: string) {
  if (numbersIn(text).includes(wanted)) return
  throw new Error(`Expected the page to say ${wanted} ${when}, received ${quote(text)}.`)
}

// The number may have stood there from the start: in a title, or on the button.
function expectMore(text: string, before: string, wanted: number, when: string) {
  const count = (where: string) => numbersIn(where).filter((number) => number === wanted).length
  if (count(text) > count(before)) return
  throw new Error(
    `Expected the page to say ${wanted} ${when}, received ${quote(text)}. It said ${quote(before)} before.`,
  )
}

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number)

const quote = (text: string) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 80)}”`
