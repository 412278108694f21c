/** Finds the child components in one run of a template, each with its structural place. */
import { Rendered } from '../template/rendered.ts'
import { List } from '../template/values.ts'
import { ComponentError } from './errors.ts'
import { Mount } from './mount.ts'

/** Path segment → the mount that stands there, in document order. */
export function placedMounts(view: unknown, owner: string): Map<string, Mount> {
  const found = new Map<string, Mount>()
  visit(view, '', found, owner)
  return found
}

function visit(value: unknown, at: string, found: Map<string, Mount>, owner: string) {
  if (value instanceof Mount) {
    const name = value.component.name
    const place = value.key === undefined ? `${name}@${at}` : `${name}#${value.key}`
    if (found.has(place)) {
      throw new ComponentError(
        'component-twice',
        `${owner} mounts ${name} twice with the key "${value.key}". Give each child a key of its own.`,
      )
    }
    found.set(place, value)
  } else if (value instanceof Rendered) {
    for (const [i, slot] of value.template.slots.entries()) {
      if (slot.kind === 'hole') visit(value.values[slot.value], `${at}.${i}`, found, owner)
    }
  } else if (value instanceof List) {
    for (const [i, row] of value.rows.entries()) visit(row, `${at}[${value.keys[i]}]`, found, owner)
  } else if (Array.isArray(value)) {
    for (const [i, row] of value.entries()) visit(row, `${at}[${i}]`, found, owner)
  }
}
