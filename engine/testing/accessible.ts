/** Roles and names of elements, as a screen reader would be told them. */
import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import { typeOf } from './fields.ts'

export function roleOf(element: Element): string | null {
  const given = element.getAttribute('role')?.trim().split(/\s+/)[0]
  if (given) return given
  // linkedom's inputs have no type unless it is written.
  if (element.localName === 'input') return roleOfInput(element)
  return getRole(element)
}

function roleOfInput(input: Element): string | null {
  const type = typeOf(input)
  if (TEXTS.has(type) && input.hasAttribute('list')) return 'combobox'
  return INPUT_ROLES[type] ?? (WITHOUT_ROLE.has(type) ? null : 'textbox')
}

export function nameOf(element: Element): string {
  const name = computeAccessibleName(element, {
    computedStyleSupportsPseudoElements: false,
    getComputedStyle: (styled) => styleOf(styled) as unknown as CSSStyleDeclaration,
  })
  return name.replace(/\s+/g, ' ').trim()
}

/** Whether neither eyes nor screen readers find it, as far as attributes tell; style sheets are not read. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.getAttribute('aria-hidden') === 'true' || isInvisible(at)) return true
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
