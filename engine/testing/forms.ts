/** Sends forms as a browser would: checked for what is missing, through the button that was pressed. */
import { nameOf } from './accessible.ts'
import { isButton, isDisabled, isToggle } from './fields.ts'
import { impossible, type Visitor } from './visitor.ts'

/** @throws TestingError `action-impossible` when a required field is empty. */
export function sendForm(visitor: Visitor, form: Element, submitter: Element | undefined): void {
  const missing = form.hasAttribute('novalidate') ? undefined : missingIn(visitor, form)
  if (missing) {
    throw impossible('submit', form, `the field “${nameOf(missing)}” is required and empty`)
  }
  visitor.fire(form, 'submit', { submitter })
}

/** The button that Enter in a field presses; nothing when there is none. */
export const firstSubmit = (form: Element) =>
  [...form.querySelectorAll('button, input')].find(isSubmit)

export const isSubmit = (element: Element) =>
  isButton(element) && /^(submit|image)$/i.test(element.getAttribute('type') ?? 'submit')

/** Whether Enter sends a form that has no button: it does where there is one field to fill. */
export const sendsByEnter = (form: Element) => form.querySelectorAll('input').length === 1

function missingIn({ page: { fields } }: Visitor, form: Element): Element | undefined {
  return [...form.querySelectorAll('[required]')].find((field) => {
    if (isDisabled(field)) return false
    return isToggle(field) ? !fields.checked(field) : fields.value(field) === ''
  })
}
