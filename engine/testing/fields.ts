/** What kind of form control an element is. */

export const isToggle = (field: Element): field is HTMLInputElement =>
  isInput(field) && /^(checkbox|radio)$/.test(field.type)

export const isButton = (field: Element): field is HTMLButtonElement | HTMLInputElement =>
  field.localName === 'button' ||
  (isInput(field) && /^(button|submit|reset|image)$/.test(field.type))

export const isInput = (field: Element): field is HTMLInputElement => field.localName === 'input'

export const isSelect = (field: Element): field is HTMLSelectElement => field.localName === 'select'

const isTextArea = (field: Element): field is HTMLTextAreaElement => field.localName === 'textarea'

/** Whether it accepts text from a keyboard. */
export const isTextField = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  isTextArea(field) || (isInput(field) && !isToggle(field) && !isButton(field))

/** Whether it is disabled: by itself, or by a fieldset unless it is in the first legend. */
export function isDisabled(element: Element): boolean {
  if (!element.matches('button, input, select, textarea, option, optgroup, fieldset')) return false
  if (element.hasAttribute('disabled')) return true
  for (let at = element.parentElement; at; at = at.parentElement) {
    const isOff = at.matches('fieldset[disabled]') && !/^opt/.test(element.localName)
    if (isOff && !at.querySelector(':scope > legend')?.contains(element)) return true
    if (at.matches('optgroup[disabled]')) return true
  }
  return false
}

/** The text that a field shows. */
export const shownIn = (field: Element): string[] =>
  isSelect(field)
    ? [...field.selectedOptions].map(({ label }) => label)
    : [(field as HTMLInputElement).value]
