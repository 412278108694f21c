/** What a visitor does, as the events that a browser would make of it. */
import { nameOf, roleOf } from './accessible.ts'
import { TestingError } from './errors.ts'
import type { Events, PageEvent } from './events.ts'
import { isButton, isDisabled, isToggle, optionValue, typeOf } from './fields.ts'
import type { Page } from './page.ts'

type Modifiers = Pick<PageEvent, 'alt' | 'ctrl' | 'meta' | 'shift'>

export class Acts {
  private readonly page: Page
  private readonly events: Events

  constructor(page: Page, events: Events) {
    this.page = page
    this.events = events
  }

  click(target: Element, modifiers: Modifiers = {}): void {
    this.able(target, 'click')
    this.focus(target.closest(FOCUSABLE) ?? undefined)
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
      this.fire(target, type, modifiers)
    }
    this.activate(target, modifiers)
  }

  fill(field: Element, text: string): void {
    this.able(field, 'fill')
    const { fields } = this.page
    const isEditable =
      field.localName === 'textarea' ||
      (field.localName === 'input' && !isToggle(field) && !isButton(field))
    if (field.localName !== 'select' && !isEditable) {
      throw impossible('fill', field, 'it takes no text. Click it instead')
    }
    if (field.hasAttribute('readonly')) throw impossible('fill', field, 'it is read-only')
    this.focus(field)
    fields.type(field, field.localName === 'select' ? optionNamed(field, text) : text)
    this.fire(field, 'input')
    this.fire(field, 'change')
  }

  /** One key, with modifiers before it: `Enter`, `a`, `Control+Enter`. */
  press(target: Element, keys: string): void {
    this.able(target, 'press a key on')
    this.focus(target.closest(FOCUSABLE) ?? undefined)
    const names = keys === '+' ? ['+'] : keys.split(/\+(?!$)/)
    const key = names.pop() as string
    const modifiers: Modifiers = {}
    for (const name of names) modifiers[modifierNamed(name)] = true
    const init = { ...modifiers, key, code: codeOf(key) }
    if (!this.fire(target, 'keydown', init)) this.keyDoes(target, key, modifiers)
    this.fire(target, 'keyup', init)
  }

  submit(target: Element): void {
    const form = target.closest('form')
    if (!form) throw impossible('submit', target, 'it stands in no form')
    this.able(target, 'submit')
    this.send(form, isButton(target) ? target : undefined)
  }

  private activate(target: Element, modifiers: Modifiers = {}) {
    const toggle = target.closest('input')
    const undo = toggle && isToggle(toggle) ? this.toggle(toggle) : undefined
    if (this.fire(target, 'click', modifiers)) return undo?.()
    if (undo && toggle) {
      this.fire(toggle, 'input')
      this.fire(toggle, 'change')
      return
    }
    const button = target.closest(
      'button, input[type=submit], input[type=reset], input[type=image]',
    )
    const form = button?.closest('form')
    const type = button?.getAttribute('type')?.toLowerCase() ?? 'submit'
    if (button && form && /^(submit|image)$/.test(type)) return this.send(form, button)
    if (button && form && type === 'reset') return void this.fire(form, 'reset')
    const label = button ? null : target.closest('label')
    const field = label && fieldOf(label)
    if (field && field !== target && !isDisabled(field)) this.click(field)
    const summary = target.closest('summary')
    const details = summary?.closest('details')
    if (details) {
      details.toggleAttribute('open')
      this.fire(details, 'toggle', {}, false)
    }
  }

  /** Gives what takes it back. */
  private toggle(field: Element): (() => void) | undefined {
    const { fields } = this.page
    const before = fields.checked(field)
    if (typeOf(field) === 'radio' && before) return undefined
    fields.check(field, !before)
    return () => fields.check(field, before)
  }

  private keyDoes(target: Element, key: string, { ctrl, meta }: Modifiers) {
    const { fields } = this.page
    const isField = /^(input|textarea)$/.test(target.localName) && !isToggle(target)
    if (isField && !isButton(target)) {
      const value = fields.value(target)
      const isLine = target.localName === 'textarea'
      if (key === 'Enter' && !isLine) return this.submitFrom(target)
      const next = key === 'Backspace' ? value.slice(0, -1) : value + (key === 'Enter' ? '\n' : key)
      if ((key.length > 1 && key !== 'Backspace' && key !== 'Enter') || ctrl || meta) return
      fields.type(target, next)
      this.fire(target, 'input')
    } else if (key === 'Enter' || key === ' ') {
      if (
        target.matches(key === ' ' ? 'button, input, summary' : 'button, a[href], input, summary')
      ) {
        this.activate(target)
      }
    }
  }

  // Enter in a field sends its form through the first submit button, or without one where it is the only field.
  private submitFrom(field: Element) {
    this.fire(field, 'change')
    const form = field.closest('form')
    if (!form) return
    const button = [...form.querySelectorAll('button, input')].find(
      (one) => isButton(one) && /^(submit|image)$/.test(one.getAttribute('type') ?? 'submit'),
    )
    if (button) {
      if (!isDisabled(button)) this.activate(button)
    } else if (form.querySelectorAll('input').length === 1) this.send(form, undefined)
  }

  private send(form: Element, submitter: Element | undefined) {
    const missing = form.hasAttribute('novalidate') ? undefined : this.missing(form)
    if (missing) {
      throw impossible('submit', form, `the field “${nameOf(missing)}” is required and empty`)
    }
    this.events.dispatch({ type: 'submit', target: form, bubbles: true, submitter })
  }

  private missing(form: Element): Element | undefined {
    const { fields } = this.page
    return [...form.querySelectorAll('[required]')].find((field) =>
      isToggle(field) ? !fields.checked(field) : fields.value(field) === '',
    )
  }

  private focus(element: Element | undefined) {
    const { focused } = this.page
    if (focused === element) return
    if (focused) {
      this.fire(focused, 'blur', {}, false)
      this.fire(focused, 'focusout')
      this.events.flush()
    }
    this.page.focused = element
    if (!element) return
    this.fire(element, 'focus', {}, false)
    this.fire(element, 'focusin')
  }

  private able(element: Element, what: string) {
    if (isDisabled(element.closest('button, input, select, textarea') ?? element)) {
      throw impossible(what, element, 'it is disabled')
    }
  }

  private fire(
    target: Element,
    type: string,
    init: Partial<PageEvent> = {},
    bubbles = true,
  ): boolean {
    return this.events.dispatch({ ...init, type, target, bubbles })
  }
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'

function fieldOf(label: Element): Element | undefined {
  const id = label.getAttribute('for')
  const fields = [...label.ownerDocument.querySelectorAll('input, textarea, select, button')]
  return fields.find((field) => (id === null ? label.contains(field) : field.id === id))
}

function optionNamed(field: Element, wanted: string): string {
  const options = [...field.querySelectorAll('option')]
  const found =
    options.find((option) => optionValue(option) === wanted) ??
    options.find((option) => option.textContent?.trim() === wanted)
  if (found) return optionValue(found)
  throw impossible(
    'fill',
    field,
    `it has no option “${wanted}”, only ${options.map((option) => `“${optionValue(option)}”`).join(', ')}`,
  )
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

const impossible = (what: string, element: Element, why: string) =>
  new TestingError(
    'action-impossible',
    `Expected to ${what} the ${roleOf(element) ?? `<${element.localName}>`} “${nameOf(element)}”, but ${why}.`,
  )
