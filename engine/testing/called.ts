/** Describes an element by its role and its name, or by its text: for messages. */
import { nameOf, roleOf } from './accessible.ts'
import { lineOf } from './text.ts'

export function called(element: Element): string {
  const name = nameOf(element) || lineOf(element).slice(0, 40)
  return `${roleOf(element) ?? `<${element.localName}>`}${name ? ` “${name}”` : ''}`
}
