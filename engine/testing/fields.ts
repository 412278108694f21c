/** What stands in form fields: what the markup says, what the server set, and what the visitor typed over it. */

interface Standing {
  value?: string
  /** Of a select: the values of its chosen options. */
  chosen?: readonly string[]
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
    if (field.localName === 'select') return this.chosen(field).map(optionValue)[0] ?? ''
    const known = this.standing.get(field)?.value
    if (known !== undefined) return known
    if (field.localName === 'textarea') return field.textContent ?? ''
    if (field.localName === 'option') return optionValue(field)
    return field.getAttribute('value') ?? (isToggle(field) ? 'on' : '')
  }

  checked(field: Element): boolean {
    return this.standing.get(field)?.checked ?? field.hasAttribute('checked')
  }

  /** The options that are chosen; of a select without `multiple` one at most. */
  chosen(select: Element): Element[] {
    const options = [...select.querySelectorAll('option')]
    const known = this.standing.get(select)?.chosen
    const chosen = options.filter((option) =>
      known ? known.includes(optionValue(option)) : option.hasAttribute('selected'),
    )
    if (select.hasAttribute('multiple')) return chosen
    const one =
      chosen[0] ??
      options.find((option) => option.hasAttribute('selected')) ??
      options.find((option) => !option.hasAttribute('disabled'))
    return one ? [one] : []
  }

  /** What can be read in it. */
  shown(field: Element): string[] {
    return field.localName === 'select' ? this.chosen(field).map(optionLabel) : [this.value(field)]
  }

  /** The visitor's input. */
  type(field: Element, value: string): void {
    if (field.localName === 'select') this.choose(field, [value])
    else this.entry(field).value = value
  }

  /** The visitor's choice in a select. */
  choose(select: Element, values: readonly string[]): void {
    this.entry(select).chosen = values
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

  /** Back to what the markup says. */
  reset(form: Element): void {
    for (const field of form.querySelectorAll('input, textarea, select')) {
      this.standing.delete(field)
    }
  }

  stateOf(field: Element): FieldState | undefined {
    return this.standing.get(field)
  }

  /** After a repaint: what the visitor typed stays, unless the server's own value has changed since. */
  restore(field: Element, before: FieldState): void {
    const now = this.standing.get(field)
    const given = now?.givenValue ?? field.getAttribute('value') ?? undefined
    if (given === undefined || given === before.givenValue) {
      if (before.value !== undefined) this.entry(field).value = before.value
      if (before.chosen !== undefined) this.entry(field).chosen = before.chosen
    }
    if (before.checked !== undefined && now?.givenChecked === before.givenChecked) {
      this.entry(field).checked = before.checked
    }
  }

  /** Names and values of a form as the browser would send it, `submitter` included. */
  *entries(form: Element, submitter?: Element): Generator<[name: string, value: string]> {
    for (const field of form.querySelectorAll('input, textarea, select, button')) {
      const name = field.getAttribute('name')
      if (!name || isDisabled(field)) continue
      if (isButton(field) && field !== submitter) continue
      if (isToggle(field) && !this.checked(field)) continue
      const sent =
        field.localName === 'select' ? this.chosen(field).map(optionValue) : [this.value(field)]
      for (const value of sent) yield [name, value]
    }
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

export const optionLabel = (option: Element) =>
  (option.textContent ?? '').replace(/\s+/g, ' ').trim()

export const optionValue = (option: Element) => option.getAttribute('value') ?? optionLabel(option)
