/** Finds elements as a screen reader announces them: by role, name, description, state. */
import { descriptionOf, isHidden, levelOf, nameOf, roleOf, stateOf } from './accessible.ts'
import { elementsIn, fits, type Query, type QueryOptions, query, words } from './query.ts'

/** The options of Testing Library's `byRole`. */
export interface RoleOptions extends QueryOptions {
  /** The accessible name: a text must match the whole name, a pattern any part. */
  name?: string | RegExp
  /** The accessible description, in the same way. */
  description?: string | RegExp
  /** 1 to 6 of a heading, or `aria-level`. */
  level?: number
  /** Of a checkbox, radio button or switch. */
  checked?: boolean
  /** Of an option or a tab. */
  selected?: boolean
  /** Of an element that opens something: `aria-expanded`, or `<details>` for its summary. */
  expanded?: boolean
  /** Of a toggle button. */
  pressed?: boolean
  /** Includes what neither eyes nor screen readers find. */
  hidden?: boolean
}

/**
 * Finds an element as a screen reader announces it.
 *
 * @param role As in ARIA: `button`, `textbox`, `heading`, …
 * @param options Its name, description and states.
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byRole('button', { name: /clicked/i }))
 * tab.has(byRole('button', { name: 'Clicked 1 times', pressed: true })) // false
 */
export function byRole(role: string, options: RoleOptions = {}): Query {
  const { name, description, level, hidden = false } = options
  const states = STATES.filter((state) => options[state] !== undefined)
  const looksFor = [
    `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`,
    name === undefined ? [] : `named ${words(name)}`,
    description === undefined ? [] : `described as ${words(description)}`,
    level === undefined ? [] : `of level ${level}`,
    states.map((state) => `${options[state] ? '' : 'not '}${state}`),
  ]
  return query(looksFor.flat().join(' '), options, ({ root }) =>
    elementsIn(root).filter(
      (element) =>
        roleOf(element) === role &&
        (hidden || !isHidden(element)) &&
        (name === undefined || fits(nameOf(element), name)) &&
        (description === undefined || fits(descriptionOf(element), description)) &&
        (level === undefined || levelOf(element) === level) &&
        states.every((state) => stateOf(element, state) === options[state]),
    ),
  )
}

const STATES = ['checked', 'selected', 'expanded', 'pressed'] as const
