/** Says which element of a page is meant: by role and name, by text, by label, or by a CSS selector. */
import { isHidden, nameOf, roleOf } from './accessible.ts'
import { TestingError } from './errors.ts'
import { textOf } from './text.ts'

/** What `byRole`, `byText` and `byLabel` give. A string in its place is a CSS selector. */
export interface Query {
  /** What it looks for, in the words of a sentence. */
  readonly looksFor: string
  /** All that fit, in document order. */
  find(root: Element): Element[]
}

export interface QueryOptions {
  /** Which one is meant when several fit, counted from 0. */
  nth?: number
}

export interface RoleOptions extends QueryOptions {
  /** The accessible name: a text means the whole of it, a pattern any part. */
  name?: string | RegExp
}

/**
 * An element by what it is to a screen reader. Hidden elements are not found.
 *
 * @example
 * await tab.click(byRole('button', { name: /clicked/i }))
 */
export function byRole(role: string, options: RoleOptions = {}): Query {
  const { name } = options
  return query(`a ${role}${name === undefined ? '' : ` named ${words(name)}`}`, options, (root) =>
    all(root).filter(
      (element) =>
        roleOf(element) === role &&
        !isHidden(element) &&
        (name === undefined || fits(nameOf(element), name)),
    ),
  )
}

/** The innermost element with this text: a text means all that it says, a pattern any part. */
export function byText(text: string | RegExp, options: QueryOptions = {}): Query {
  return query(`the text ${words(text)}`, options, (root) => {
    const found = all(root).filter((element) => !isHidden(element) && fits(flat(element), text))
    return found.filter(
      (element) => !found.some((other) => other !== element && element.contains(other)),
    )
  })
}

/** A form field by its label, `aria-label` included. */
export function byLabel(label: string | RegExp, options: QueryOptions = {}): Query {
  return query(`a field labelled ${words(label)}`, options, (root) =>
    [...root.querySelectorAll('input, textarea, select, button, output, meter, progress')].filter(
      (field) => !isHidden(field) && fits(nameOf(field), label),
    ),
  )
}

/** All that fit. */
export function findAll(root: Element, wanted: Query | string): Element[] {
  return toQuery(wanted).find(root)
}

/** The one that fits. @throws TestingError `query-not-found`, `query-ambiguous` */
export function findOne(root: Element, wanted: Query | string): Element {
  const query = toQuery(wanted)
  const found = query.find(root)
  if (found.length === 1) return found[0]!
  if (found.length === 0) {
    throw new TestingError(
      'query-not-found',
      `Expected ${query.looksFor} in the page, found none. ${whatIsThere(root)}`,
    )
  }
  throw new TestingError(
    'query-ambiguous',
    `Expected one element, found ${found.length} for ${query.looksFor}: ${listed(found)}. Name the one you mean, or pass { nth: 0 }.`,
  )
}

function query(looksFor: string, { nth }: QueryOptions, find: Query['find']): Query {
  if (nth === undefined) return { looksFor, find }
  return { looksFor: `${looksFor} (number ${nth})`, find: (root) => find(root).slice(nth, nth + 1) }
}

function toQuery(wanted: Query | string): Query {
  if (typeof wanted !== 'string') return wanted
  return { looksFor: `an element ${wanted}`, find: (root) => [...root.querySelectorAll(wanted)] }
}

function whatIsThere(root: Element): string {
  const told = all(root).filter((element) => !isHidden(element) && TOLD.has(roleOf(element) ?? ''))
  if (told.length > 0) return `There is: ${listed(told)}.`
  const text = flat(root)
  return text === '' ? 'The page is empty.' : `There is only the text “${text.slice(0, 80)}”.`
}

function listed(elements: readonly Element[]): string {
  const named = elements.slice(0, MOST_TOLD).map((element) => {
    const name = nameOf(element) || flat(element).slice(0, 40)
    return `${roleOf(element) ?? `<${element.localName}>`}${name ? ` “${name}”` : ''}`
  })
  const left = elements.length - named.length
  return `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

const MOST_TOLD = 12

/** Roles that help to see what a page has; those of plain text and of layout say little. */
const TOLD = new Set(
  'button link textbox searchbox checkbox radio combobox listbox spinbutton slider switch tab menuitem heading img status alert dialog'.split(
    ' ',
  ),
)

const all = (root: Element) => [...root.querySelectorAll('*')]
const flat = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim()
const fits = (found: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? found === wanted : wanted.test(found)
const words = (wanted: string | RegExp) =>
  typeof wanted === 'string' ? `“${wanted}”` : String(wanted)
