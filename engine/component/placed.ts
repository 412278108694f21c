/** Finds the child components in one run of a template, each with its structural place. */
import { Rendered } from '../template/rendered.ts'
import { List } from '../template/values.ts'
import { ComponentError } from './errors.ts'
import { Mount } from './mount.ts'

/** Path segment → the mount at that place, in document order. */
export function placedMounts(view: unknown, owner: string): Map<string, Mount> {
  const found = new Map<string, Mount>()
  visit(view, '', { found, shown: new Set(), owner })
  return found
}

/** The last segment of a child's path: its key, or its place in the parent's view. */
export const placeOf = ({ component, key }: Mount, at: string): string =>
  key === undefined ? `${component.name}@${at}` : `${component.name}#${key}`

interface Search {
  found: Map<string, Mount>
  shown: Set<Mount>
  owner: string
}

function visit(value: unknown, at: string, search: Search) {
  if (value instanceof Mount) {
    const { found, shown, owner } = search
    const name = value.component.name
    const place = placeOf(value, at)
    if (found.has(place)) {
      throw new ComponentError(
        'component-twice',
        `Expected one ${name} with the key "${value.key}" in ${owner}, received two. Give each child its own key.`,
      )
    }
    if (shown.has(value)) {
      throw new ComponentError(
        'component-twice',
        `Expected each mount(${name}) in one place of ${owner}, received one in two places. Call mount() for each of them, or show the slot that holds it once.`,
      )
    }
    shown.add(value)
    found.set(place, value)
  } else if (value instanceof Rendered) {
    for (const [i, slot] of value.template.slots.entries()) {
      if (slot.kind === 'child') visit(value.values[slot.value], `${at}.${i}`, search)
    }
  } else if (value instanceof List) {
    for (const [i, row] of value.rows.entries()) visit(row, `${at}[${value.keys[i]}]`, search)
  } else if (Array.isArray(value)) {
    for (const [i, row] of value.entries()) visit(row, `${at}[${i}]`, search)
  }
}
