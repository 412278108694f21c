/** What a visitor does, as the events that a browser would make of it. */
import { isButton, isDisabled, isToggle, optionLabel, optionValue, typeOf } from './fields.ts'
import { isSubmit, sendForm } from './forms.ts'
import type { Pointer } from './pointer.ts'
import { FOCUSABLE, impossible, type Modifiers, type Visitor } from './visitor.ts'

export class Acts {
  private readonly visitor: Visitor
  private readonly pointer: Pointer

  constructor(visitor: Visitor, pointer: Pointer) {
    this.visitor = visitor
    this.pointer = pointer
  }

  click(target: Element, modifiers: Modifiers = {}): void {
    this.visitor.able(target, 'click')
    this.pointer.hover(target)
    this.pointer.down(target, modifiers)
    this.visitor.focusAt(target)
    this.pointer.up(target, modifiers)
    this.activate(target, modifiers)
  }

  dblclick(target: Element): void {
    this.click(target)
    if (!target.isConnected) return
    this.click(target)
    this.visitor.fire(target, 'dblclick')
  }

  fill(field: Element, text: string): void {
    this.visitor.able(field, 'fill')
    if (field.localName === 'select') return this.select(field, [text])
    const isEditable =
      field.localName === 'textarea' ||
      (field.localName === 'input' && !isToggle(field) && !isButton(field))
    if (!isEditable) throw impossible('fill', field, 'it takes no text. Click it instead')
    if (field.hasAttribute('readonly')) throw impossible('fill', field, 'it is read-only')
    this.visitor.focus(field)
    this.visitor.page.fields.type(field, text)
    this.visitor.fire(field, 'input')
    this.visitor.fire(field, 'change')
  }

  /** Options by value or label. */
  select(field: Element, options: readonly string[]): void {
    this.visitor.able(field, 'choose in')
    if (field.localName !== 'select') {
      throw impossible('choose in', field, 'it is no <select>. Click what it offers instead')
    }
    if (options.length !== 1 && !field.hasAttribute('multiple')) {
      throw impossible('choose in', field, `it takes one option, not ${options.length}`)
    }
    const values = options.map((option) => optionNamed(field, option))
    this.visitor.focus(field)
    this.visitor.page.fields.choose(field, values)
    this.visitor.fire(field, 'input')
    this.visitor.fire(field, 'change')
  }

  submit(target: Element): void {
    const form = target.closest('form')
    if (!form) throw impossible('submit', target, 'it stands in no form')
    this.visitor.able(target, 'submit')
    sendForm(this.visitor, form, isButton(target) ? target : undefined)
  }

  focus(target: Element): void {
    this.visitor.able(target, 'focus')
    if (!target.matches(FOCUSABLE)) throw impossible('focus', target, 'it takes no focus')
    this.visitor.focus(target)
  }

  blur(): void {
    this.visitor.focus(undefined)
  }

  /** A click, however it came about, and what the browser does with it. */
  activate(target: Element, modifiers: Modifiers = {}): void {
    const { visitor } = this
    const toggle = target.closest('input')
    const undo = toggle && isToggle(toggle) ? this.toggle(toggle) : undefined
    if (visitor.fire(target, 'click', modifiers)) return undo?.()
    if (undo && toggle) {
      visitor.fire(toggle, 'input')
      visitor.fire(toggle, 'change')
      return
    }
    const button = target.closest('button, input')
    const form = button && isButton(button) ? button.closest('form') : null
    if (button && form && isSubmit(button)) return sendForm(visitor, form, button)
    if (button && form && typeOf(button) === 'reset') {
      if (!visitor.fire(form, 'reset')) visitor.page.fields.reset(form)
      return
    }
    const label = button ? null : target.closest('label')
    const field = label && fieldOf(label)
    if (field && field !== target && !isDisabled(field)) return this.click(field)
    const details = target.closest('summary')?.closest('details')
    if (!details) return
    details.toggleAttribute('open')
    visitor.fire(details, 'toggle')
  }

  /** Gives what takes it back. */
  private toggle(field: Element): (() => void) | undefined {
    const { fields } = this.visitor.page
    const before = fields.checked(field)
    if (typeOf(field) === 'radio' && before) return undefined
    fields.check(field, !before)
    return () => fields.check(field, before)
  }
}

function fieldOf(label: Element): Element | undefined {
  const id = label.getAttribute('for')
  const fields = [...label.ownerDocument.querySelectorAll('input, textarea, select, button')]
  return fields.find((field) => (id === null ? label.contains(field) : field.id === id))
}

function optionNamed(field: Element, wanted: string): string {
  const options = [...field.querySelectorAll('option')]
  const found =
    options.find((option) => optionValue(option) === wanted) ??
    options.find((option) => optionLabel(option) === wanted)
  if (found) return optionValue(found)
  const known = options.map((option) => `“${optionValue(option)}”`).join(', ')
  throw impossible('fill', field, `it has no option “${wanted}”, only ${known}`)
}
