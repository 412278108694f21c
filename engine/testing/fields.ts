/** What stands in form fields: what the markup says, what the server set, and what the visitor typed over it. */
import { isElement } from './slots.ts'

interface Standing {
  value?: string
  checked?: boolean
  /** What the server gave last. */
  givenValue?: unknown
  givenChecked?: unknown
}

/** One field's state, to be put back after the page was painted again. */
export type FieldState = Readonly<Standing>

/** Names that the visitor changes too. */
export const isInput = (element: Element, name: string) =>
  (name === 'value' && /^(input|textarea|select)$/.test(element.localName)) ||
  (name === 'checked' && element.localName === 'input')

export class Fields {
  private readonly standing = new WeakMap<Element, Standing>()

  value(field: Element): string {
    const known = this.standing.get(field)?.value
    if (field.localName === 'select') return selected(field, known)
    if (known !== undefined) return known
    if (field.localName === 'textarea') return field.textContent ?? ''
    if (field.localName === 'option') return optionValue(field)
    return field.getAttribute('value') ?? (isToggle(field) ? 'on' : '')
  }

  checked(field: Element): boolean {
    return this.standing.get(field)?.checked ?? field.hasAttribute('checked')
  }

  /** The visitor's input. */
  type(field: Element, value: string): void {
    this.entry(field).value = value
  }

  /** The visitor's choice; of radio buttons with one name only one is on. */
  check(field: Element, checked: boolean): void {
    if (checked && typeOf(field) === 'radio') {
      for (const other of this.radios(field)) this.entry(other).checked = false
    }
    this.entry(field).checked = checked
  }

  /** A write of the server. */
  set(field: Element, name: string, value: unknown): void {
    if (name === 'value') {
      this.type(field, String(value ?? ''))
      this.entry(field).givenValue = value
    } else {
      this.check(field, Boolean(value))
      this.entry(field).givenChecked = value
    }
  }

  stateOf(field: Element): FieldState | undefined {
    return this.standing.get(field)
  }

  /** After a repaint: what the visitor typed stays, unless the server's own value has changed since. */
  restore(field: Element, before: FieldState): void {
    const now = this.standing.get(field)
    const given = now?.givenValue ?? field.getAttribute('value') ?? undefined
    if (before.value !== undefined && (given === undefined || given === before.givenValue)) {
      this.entry(field).value = before.value
    }
    if (before.checked !== undefined && now?.givenChecked === before.givenChecked) {
      this.entry(field).checked = before.checked
    }
  }

  /** Names → values of a form as the browser would send it, `submitter` included. */
  form(form: Element, submitter?: Element): Record<string, string | string[]> {
    const values = Object.create(null) as Record<string, string | string[]>
    for (const field of form.querySelectorAll('input, textarea, select, button')) {
      const name = field.getAttribute('name')
      if (!name || isDisabled(field)) continue
      if (isButton(field) && field !== submitter) continue
      if (isToggle(field) && !this.checked(field)) continue
      const known = values[name]
      const value = this.value(field)
      values[name] = known === undefined ? value : [known, value].flat()
    }
    return { ...values }
  }

  private radios(field: Element): Element[] {
    const name = field.getAttribute('name')
    const around = field.closest('form') ?? field.ownerDocument.body
    return [...around.querySelectorAll('input[type=radio]')].filter(
      (other) => name && other.getAttribute('name') === name,
    )
  }

  private entry(field: Element): Standing {
    let known = this.standing.get(field)
    if (!known) this.standing.set(field, (known = {}))
    return known
  }
}

export const typeOf = (field: Element) => (field.getAttribute('type') ?? 'text').toLowerCase()

export const isToggle = (field: Element) =>
  field.localName === 'input' && /^(checkbox|radio)$/.test(typeOf(field))

export const isButton = (field: Element) =>
  field.localName === 'button' ||
  (field.localName === 'input' && /^(button|submit|reset|image)$/.test(typeOf(field)))

export const isDisabled = (element: Element): boolean =>
  element.hasAttribute('disabled') ||
  Boolean(
    element.closest('fieldset[disabled]') &&
      /^(input|select|textarea|button)$/.test(element.localName),
  )

export const optionValue = (option: Element) =>
  option.getAttribute('value') ?? (option.textContent ?? '').replace(/\s+/g, ' ').trim()

function selected(field: Element, known: string | undefined): string {
  const options = [...field.querySelectorAll('option')]
  const chosen =
    options.find((option) => known !== undefined && optionValue(option) === known) ??
    options.find((option) => option.hasAttribute('selected')) ??
    options.find((option) => !option.hasAttribute('disabled'))
  return isElement(chosen) ? optionValue(chosen) : ''
}
