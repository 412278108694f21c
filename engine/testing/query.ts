/** Finds the element that a query means, or says in a sentence what is there instead. */
import { isHidden, roleOf } from './accessible.ts'
import { called } from './called.ts'
import { TestingError } from './errors.ts'
import { lineOf } from './text.ts'

/** Where a query searches. */
interface QueriedPage {
  readonly root: Element
}

/**
 * What `byRole`, `byText` and the others return. Where one is expected, a string is a CSS selector.
 *
 * @example
 * const external: Query = {
 *   looksFor: 'a link to another site',
 *   find: ({ root }) => [...root.querySelectorAll('a[href^=http]')],
 * }
 * const tab = await visit(Counter)
 * tab.has(external) // false
 */
export interface Query {
  /** What it searches for, in the words of a message. */
  readonly looksFor: string
  /** All matches, in document order. */
  find(page: QueriedPage): Element[]
}

/**
 * Which of the matches is meant.
 *
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byRole('button', { nth: 0 }))
 * tab.state // { count: 1 }
 */
export interface QueryOptions {
  /** Which one is meant if several match, counted from 0. */
  nth?: number
}

/** A query that `nth` may narrow. */
export function query(looksFor: string, { nth }: QueryOptions, find: Query['find']): Query {
  if (nth === undefined) return { looksFor, find }
  return { looksFor: `${looksFor} (number ${nth})`, find: (page) => find(page).slice(nth, nth + 1) }
}

/**
 * Searches for `inner` inside the one element that matches `outer`, like Testing Library's `within`.
 *
 * @param outer The part of the page.
 * @param inner What is searched there.
 * @throws TestingError `query-not-found`, `query-ambiguous` when `outer` does not match exactly one element.
 * @example
 * class List extends LiveComponent {
 *   left = ['milk', 'bread']
 *   drop = (item: string) => {
 *     this.left = this.left.filter((other) => other !== item)
 *   }
 *   getTemplate() {
 *     return html`<ul>${each(this.left, (item) => item, (item) => html`
 *       <li aria-label=${item}><button lv-click=${() => this.drop(item)}>Remove</button></li>`)}</ul>`
 *   }
 * }
 * const tab = await visit(List)
 * await tab.click(within(byRole('listitem', { name: 'milk' }), byRole('button', { name: 'Remove' })))
 * tab.state.left // ['bread']
 */
export function within(outer: Query | string, inner: Query | string): Query {
  const { looksFor, find } = toQuery(inner)
  return {
    looksFor: `${looksFor} within ${toQuery(outer).looksFor}`,
    find: (page) => find({ root: findOne(page, outer) }),
  }
}

/** All matches. */
export function findAll(page: QueriedPage, wanted: Query | string): Element[] {
  return toQuery(wanted).find(page)
}

/** The only match. @throws TestingError `query-not-found`, `query-ambiguous` */
export function findOne(page: QueriedPage, wanted: Query | string): Element {
  const query = toQuery(wanted)
  const found = query.find(page)
  if (found.length === 1) return found[0]!
  if (found.length === 0) {
    throw new TestingError(
      'query-not-found',
      `Expected ${query.looksFor} in the page, received none. ${whatIsThere(page.root)}`,
    )
  }
  throw new TestingError(
    'query-ambiguous',
    `Expected one element, received ${found.length} for ${query.looksFor}: ${listed(found)}. Describe the one you mean, or pass { nth: 0 }.`,
  )
}

function toQuery(wanted: Query | string): Query {
  if (typeof wanted !== 'string') return wanted
  return {
    looksFor: `an element ${wanted}`,
    find: ({ root }) => [...root.querySelectorAll(wanted)],
  }
}

function whatIsThere(root: Element): string {
  const told = elementsIn(root).filter(
    (element) => !isHidden(element) && TOLD.has(roleOf(element) ?? ''),
  )
  if (told.length > 0) return `The page has: ${listed(told)}.`
  const text = lineOf(root)
  return text === '' ? 'The page is empty.' : `The page has only the text “${text.slice(0, 80)}”.`
}

function listed(elements: readonly Element[]): string {
  const named = elements.slice(0, MAX_TOLD).map(called)
  const left = elements.length - named.length
  return `${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

const MAX_TOLD = 12

/** Roles that describe a page well; those of plain text and layout say little. */
const TOLD = new Set(
  'button link textbox searchbox checkbox radio combobox listbox spinbutton slider switch tab menuitem heading img status alert dialog'.split(
    ' ',
  ),
)

export const elementsIn = (root: Element) => [...root.querySelectorAll('*')]

/** A text must match the whole, a pattern any part. */
export const fits = (found: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? found === wanted : found.search(wanted) >= 0

export const words = (wanted: string | RegExp) =>
  typeof wanted === 'string' ? `“${wanted}”` : String(wanted)
