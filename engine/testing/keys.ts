/** Presses keys as a keyboard does: the events, and the browser's default action for each. */
import type { Acts } from './acts.ts'
import { TestingError } from './errors.ts'
import { isButton, isDisabled, isInput, isTextField, isToggle } from './fields.ts'
import { firstSubmit, sendForm, sendsByEnter } from './forms.ts'
import type { Modifiers, Visitor } from './visitor.ts'

export class Keys {
  private readonly visitor: Visitor
  private readonly acts: Acts

  constructor(visitor: Visitor, acts: Acts) {
    this.visitor = visitor
    this.acts = acts
  }

  /** One key, with modifiers before it: `Enter`, `a`, `Control+Enter`. */
  press(target: Element, keys: string): void {
    const { visitor } = this
    visitor.able(target, 'press a key on')
    visitor.focusAt(target)
    const names = keys === '+' ? ['+'] : keys.split(/\+(?!$)/)
    const key = names.pop() as string
    const modifiers: Modifiers = {}
    for (const name of names) modifiers[modifierNamed(name)] = true
    const init = { ...modifiers, key, code: codeOf(key) }
    const pressed = !visitor.fire(target, 'keydown', init)
    if (pressed) this.does(target, key, modifiers)
    // The keyup goes to the element that has the focus by then.
    const at = key === 'Tab' ? (visitor.page.focused ?? target) : target
    const released = !visitor.fire(at, 'keyup', init)
    if (pressed && released && key === ' ' && pressesBySpace(target)) this.acts.activate(target)
  }

  private does(target: Element, key: string, modifiers: Modifiers) {
    const { alt, ctrl, meta, shift } = modifiers
    if (key === 'Tab') return this.visitor.focusNext(shift === true)
    if (alt || ctrl || meta) return
    if (key === 'Enter' && isInput(target) && !isButton(target)) return this.submitFrom(target)
    if (key === 'Enter' && target.matches('button, a[href], input, summary')) {
      return this.acts.activate(target)
    }
    if (isTextField(target)) this.write(target, key)
  }

  private write(field: HTMLInputElement | HTMLTextAreaElement, key: string) {
    if (field.readOnly || (key.length > 1 && key !== 'Backspace' && key !== 'Enter')) return
    const { value } = field
    const text = key === 'Enter' ? '\n' : key
    this.visitor.type(field, key === 'Backspace' ? [...value].slice(0, -1).join('') : value + text)
  }

  private submitFrom(field: HTMLInputElement) {
    this.visitor.change()
    const { form } = field
    if (!form) return
    const button = firstSubmit(form)
    if (button && !isDisabled(button)) this.acts.activate(button)
    if (!button && sendsByEnter(form)) sendForm(this.visitor, form, undefined)
  }
}

// Enter acts on keydown, the space bar on keyup.
const pressesBySpace = (target: Element) =>
  isToggle(target) || isButton(target) || target.matches('summary')

function modifierNamed(name: string): keyof Modifiers {
  const known = (
    { alt: 'alt', control: 'ctrl', ctrl: 'ctrl', meta: 'meta', shift: 'shift' } as const
  )[name.toLowerCase()]
  if (known) return known
  throw new TestingError(
    'action-impossible',
    `Expected keys such as Enter, a or Control+Enter in press(), received the modifier “${name}”. Use Alt, Control, Meta or Shift.`,
  )
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return key === ' ' ? 'Space' : key
}
