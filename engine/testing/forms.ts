/** Submits forms as a browser does: validated, through the button that was pressed. */
import { nameOf } from './accessible.ts'
import { isButton, isInput } from './fields.ts'
import { impossible, type Visitor } from './visitor.ts'

/** @throws TestingError `action-impossible` when a field is invalid, or nobody hears the form. */
export function sendForm(
  visitor: Visitor,
  form: HTMLFormElement,
  submitter: HTMLElement | undefined,
): void {
  refusingInvalid(visitor, 'submit', () =>
    form.requestSubmit(submitter && isSubmit(submitter) ? submitter : undefined),
  )
}

/**
 * Runs an action that may submit a form. A browser tells the visitor which field is invalid, and loads the page again for a form
 * that nobody hears; here both are errors.
 */
export function refusingInvalid({ page }: Visitor, what: string, act: () => void): void {
  let wrong: HTMLInputElement | undefined
  let unheard: HTMLFormElement | undefined
  const noteInvalid = ({ target }: Event) => {
    wrong ??= target as HTMLInputElement
  }
  const noteSubmit = (event: Event) => {
    if (reloads(event as SubmitEvent)) unheard = event.target as HTMLFormElement
  }
  page.document.addEventListener('invalid', noteInvalid, true)
  // Behind all listeners of the page, which may take the event.
  page.window.addEventListener('submit', noteSubmit)
  act()
  page.document.removeEventListener('invalid', noteInvalid, true)
  page.window.removeEventListener('submit', noteSubmit)
  if (wrong)
    throw impossible(what, wrong.form ?? wrong, `the field “${nameOf(wrong)}” ${why(wrong)}`)
  if (unheard) throw impossible('submit', unheard, UNHEARD)
}

// A form with an address of its own goes there: that is meant.
function reloads({ target, submitter, defaultPrevented }: SubmitEvent): boolean {
  const form = target as HTMLFormElement
  if (defaultPrevented || form.closest('[lv-submit]') || form.hasAttribute('action')) return false
  const method = submitter?.getAttribute('formmethod') ?? form.getAttribute('method')
  return !submitter?.hasAttribute('formaction') && !/^dialog$/i.test(method ?? '')
}

const UNHEARD =
  'it has no lv-submit, so a browser loads the page again and what was typed is lost. Write <form lv-submit=${…}>'

/** The button that Enter in a field presses; undefined when there is none. */
export const firstSubmit = (form: HTMLFormElement) =>
  [...form.elements, ...form.querySelectorAll('input[type=image i]')].find(isSubmit)

const isSubmit = (element: Element): element is HTMLElement =>
  isButton(element) && /^(submit|image)$/.test(element.type)

/** Whether Enter submits a form without a button: it does if there is only one field to fill. */
export const sendsByEnter = (form: HTMLFormElement) =>
  [...form.elements].filter((field) => isInput(field) && BLOCKS_ENTER.has(field.type)).length <= 1

const BLOCKS_ENTER = new Set(
  'text search tel url email password date month week time datetime-local number'.split(' '),
)

function why({ validity, value }: HTMLInputElement): string {
  if (validity.valueMissing) return 'is required and empty'
  const found = value === '' ? '' : ` “${value}”`
  const rule = RULES.find(([name]) => validity[name])
  return rule ? `holds${found} ${rule[1]}` : `is not valid${found && ` with${found}`}`
}

const RULES: readonly (readonly [keyof ValidityState, string])[] = [
  ['typeMismatch', 'which is not of its type'],
  ['patternMismatch', 'which does not match its pattern'],
  ['tooShort', 'which is too short'],
  ['tooLong', 'which is too long'],
  ['rangeUnderflow', 'which is too low'],
  ['rangeOverflow', 'which is too high'],
  ['stepMismatch', 'which is between two of its steps'],
  ['badInput', 'which can’t be read'],
]
