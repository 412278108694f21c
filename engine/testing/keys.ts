/** Presses keys as a keyboard does: the events, and what the browser does with each. */
import { createKeyDrag, type KeyDrag } from '../../wasm/client/drag-keys.ts'
import { isHidden } from './accessible.ts'
import type { Acts } from './acts.ts'
import { TestingError } from './errors.ts'
import { isButton, isDisabled, isToggle } from './fields.ts'
import { firstSubmit, sendForm, sendsByEnter } from './forms.ts'
import type { Modifiers, Visitor } from './visitor.ts'

export class Keys {
  private readonly visitor: Visitor
  private readonly acts: Acts
  private readonly drag: KeyDrag

  constructor(visitor: Visitor, acts: Acts) {
    this.visitor = visitor
    this.acts = acts
    this.drag = createKeyDrag({
      fire: visitor.fireDrag,
      targets: () =>
        [...visitor.page.root.querySelectorAll('[lv-drop]')].filter((one) => !isHidden(one)),
      told() {},
    })
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
    if (!this.dragged(key, modifiers) && !visitor.fire(target, 'keydown', init)) {
      this.does(target, key, modifiers)
    }
    // The key comes up where the focus is by then.
    visitor.fire(key === 'Tab' ? (visitor.page.focused ?? target) : target, 'keyup', init)
  }

  // While something is dragged, its keys mean nothing else.
  private dragged(key: string, { alt, ctrl, meta }: Modifiers): boolean {
    const { source } = this.drag
    if (!source || alt || ctrl || meta) return false
    if (source.isConnected && this.visitor.page.focused === source) return this.drag.press(key)
    this.drag.cancel()
    return false
  }

  private does(target: Element, key: string, modifiers: Modifiers) {
    if (key === 'Tab') {
      this.drag.cancel()
      return this.visitor.focusNext(modifiers.shift === true)
    }
    if (!modifiers.ctrl && !modifiers.alt && !modifiers.meta && this.drag.grab(target, key)) return
    const isField = /^(input|textarea)$/.test(target.localName) && !isButton(target)
    if (isField && key === 'Enter' && target.localName === 'input') return this.submitFrom(target)
    if (isField && !isToggle(target)) return this.write(target, key, modifiers)
    const presses = key === 'Enter' ? 'button, a[href], input, summary' : 'button, input, summary'
    if ((key === 'Enter' || key === ' ') && target.matches(presses)) this.acts.activate(target)
  }

  private write(field: Element, key: string, { ctrl, meta }: Modifiers) {
    if ((key.length > 1 && key !== 'Backspace' && key !== 'Enter') || ctrl || meta) return
    if (field.hasAttribute('readonly')) return
    const { fields } = this.visitor.page
    const value = fields.value(field)
    const text = key === 'Enter' ? '\n' : key
    fields.type(field, key === 'Backspace' ? value.slice(0, -1) : value + text)
    this.visitor.fire(field, 'input')
  }

  private submitFrom(field: Element) {
    if (!isToggle(field)) this.visitor.fire(field, 'change')
    const form = field.closest('form')
    if (!form) return
    const button = firstSubmit(form)
    if (button && !isDisabled(button)) this.acts.activate(button)
    if (!button && sendsByEnter(form)) sendForm(this.visitor, form, undefined)
  }
}

function modifierNamed(name: string): keyof Modifiers {
  const known = (
    { alt: 'alt', control: 'ctrl', ctrl: 'ctrl', meta: 'meta', shift: 'shift' } as const
  )[name.toLowerCase()]
  if (known) return known
  throw new TestingError(
    'action-impossible',
    `press() wants keys like Enter, a or Control+Enter, got the modifier “${name}”. There are Alt, Control, Meta and Shift.`,
  )
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return key === ' ' ? 'Space' : key
}
