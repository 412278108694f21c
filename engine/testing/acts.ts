/** What a visitor does with mouse and keyboard in a page, and the browser's reactions that jsdom lacks. */
import { isButton, isDisabled, isInput, isSelect, isTextField } from './fields.ts'
import { refusingInvalid, sendForm } from './forms.ts'
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
    if (!this.pointer.down(target, modifiers)) this.visitor.focusAt(target)
    // A press may have removed it; then nothing is clicked.
    if (!target.isConnected) return
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
    if (isSelect(field)) return this.select(field, [text])
    if (!isTextField(field)) throw impossible('fill', field, 'it takes no text. Click it instead')
    if (isInput(field) && field.type === 'file') {
      throw impossible('fill', field, 'it takes files, which only a person can choose')
    }
    if (field.readOnly) throw impossible('fill', field, 'it is read-only')
    this.visitor.focus(field)
    this.visitor.type(field, text)
    this.visitor.change()
  }

  /** Options by value or label. */
  select(field: Element, wanted: readonly string[]): void {
    this.visitor.able(field, 'choose in')
    if (!isSelect(field)) {
      throw impossible('choose in', field, 'it is not a <select>. Click one of its options instead')
    }
    if (wanted.length !== 1 && !field.multiple) {
      throw impossible('choose in', field, `it takes one option, not ${wanted.length}`)
    }
    const chosen = wanted.map((name) => optionNamed(field, name))
    this.visitor.focus(field)
    for (const option of field.options) option.selected = chosen.includes(option)
    this.visitor.fire(field, 'input')
    this.visitor.fire(field, 'change')
  }

  submit(target: Element): void {
    const form = target.closest('form')
    if (!form) throw impossible('submit', target, 'it is not in a form')
    this.visitor.able(target, 'submit')
    sendForm(this.visitor, form, isButton(target) ? target : undefined)
  }

  focus(target: Element): void {
    this.visitor.able(target, 'focus')
    if (!target.matches(FOCUSABLE)) throw impossible('focus', target, 'it can’t have the focus')
    this.visitor.focus(target)
  }

  blur(): void {
    this.visitor.focus(undefined)
  }

  /** A click, from mouse or keyboard, and what the browser does with it. */
  activate(target: Element, modifiers: Modifiers = {}): void {
    const control = target.closest('label')?.control
    // A label passes its click on, and the focus moves too.
    const focus = () => this.visitor.focus(control!)
    control?.addEventListener('click', focus, { capture: true, once: true })
    refusingInvalid(this.visitor, 'submit', () => this.visitor.fire(target, 'click', modifiers))
    control?.removeEventListener('click', focus, true)
  }
}

/** What can be chosen: by itself, or as one of a group. */
function optionNamed(field: HTMLSelectElement, wanted: string): HTMLOptionElement {
  const options = [...field.options]
  const found =
    options.find(({ value }) => value === wanted) ?? options.find(({ label }) => label === wanted)
  if (!found) {
    const known = options.map(({ value }) => `“${value}”`).join(', ')
    throw impossible('fill', field, `it has no option “${wanted}”, only ${known}`)
  }
  if (isDisabled(found)) throw impossible('fill', field, `its option “${wanted}” is disabled`)
  return found
}
