/** Roles and names of elements, as a screen reader would announce them. */
import { isInput, isToggle } from './fields.ts'
import { computeAccessibleDescription, computeAccessibleName, getRole } from './packages.ts'

export function roleOf(element: Element): string | null {
  const given = wordOf(element, 'role')?.trim().split(/\s+/)[0]
  if (given) return given
  if (isInput(element)) return roleOfInput(element)
  return getRole(element)
}

function roleOfInput(input: HTMLInputElement): string | null {
  const { type } = input
  if (TEXTS.has(type) && input.hasAttribute('list')) return 'combobox'
  return INPUT_ROLES[type] ?? (WITHOUT_ROLE.has(type) ? null : 'textbox')
}

// Words that are defined mean the same in capitals.
const wordOf = (element: Element, name: string) => element.getAttribute(name)?.toLowerCase()

export const nameOf = (element: Element) =>
  computeAccessibleName(element, STYLED).replace(/\s+/g, ' ').trim()

export const descriptionOf = (element: Element) =>
  computeAccessibleDescription(element, STYLED).replace(/\s+/g, ' ').trim()

/** The level of a heading, or `aria-level`. */
export function levelOf(element: Element): number | undefined {
  const level = element.getAttribute('aria-level') ?? /^h([1-6])$/.exec(element.localName)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** Undefined if an element has no such state, and for `mixed`. */
export function stateOf(
  element: Element,
  state: 'checked' | 'selected' | 'expanded' | 'pressed',
): boolean | undefined {
  if (state === 'checked' && isToggle(element)) return element.checked
  if (state === 'selected' && element.localName === 'option') {
    return (element as HTMLOptionElement).selected
  }
  const written = wordOf(element, `aria-${state}`)
  if (written === 'true' || written === 'false') return written === 'true'
  const details = state === 'expanded' && element.localName === 'summary' && element.parentElement
  return details ? details.hasAttribute('open') : undefined
}

/** Whether both eyes and screen readers miss it, judged by attributes; style sheets are not read. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (wordOf(at, 'aria-hidden') === 'true' || isInvisible(at)) return true
  }
  return false
}

export function isInvisible(element: Element): boolean {
  const { display, visibility } = styleOf(element)
  return display === 'none' || visibility === 'hidden'
}

function styleOf(element: Element) {
  const style = element.getAttribute('style') ?? ''
  const written = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([a-z-]+)`, 'i').exec(style)?.[1]?.toLowerCase()
  const none = element.hasAttribute('hidden') || UNSEEN.has(element.localName)
  const display = written('display') ?? (none ? 'none' : 'inline')
  const visibility = written('visibility') ?? 'visible'
  const all: Record<string, string> = { display, visibility, content: 'none' }
  return { ...all, display, visibility, getPropertyValue: (name: string) => all[name] ?? '' }
}

const STYLED = {
  computedStyleSupportsPseudoElements: false,
  getComputedStyle: (styled: Element) => styleOf(styled) as unknown as CSSStyleDeclaration,
}

const UNSEEN = new Set(['script', 'style', 'template', 'head', 'title'])

const TEXTS = new Set(['text', 'search', 'tel', 'url', 'email'])
const WITHOUT_ROLE = new Set(
  'hidden color date datetime-local file month password time week'.split(' '),
)
const INPUT_ROLES: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
}
