/** Copies of components' state, found by class below the root of a session. */
import type { ComponentClass } from '../component/mount.ts'
import type { ComponentNode } from '../component/node.ts'
import { decodeState, encodeState } from '../state/codec.ts'
import { TestingError } from './errors.ts'

/** Without a class, the root's own. @throws TestingError `component-not-found`, `component-ambiguous` */
export function stateIn(
  root: ComponentNode,
  wanted: ComponentClass | undefined,
  { key }: { key?: string | number },
): Record<string, unknown> {
  const node = wanted ? oneBelow(root, wanted, key) : root
  return decodeState(encodeState(node.component)).fields
}

function oneBelow(
  root: ComponentNode,
  wanted: ComponentClass,
  key: string | number | undefined,
): ComponentNode {
  const nodes = [...root.walk()]
  const found = nodes.filter(
    (node) =>
      node.component instanceof wanted && (key === undefined || node.path.endsWith(`#${key}`)),
  )
  if (found.length === 1) return found[0]!
  const what = `${wanted.name}${key === undefined ? '' : ` with the key “${key}”`}`
  if (found.length === 0) {
    const names = [...new Set(nodes.map(({ name }) => name))].join(', ')
    throw new TestingError(
      'component-not-found',
      `Expected a ${what} in the page, found none. There is: ${names}.`,
    )
  }
  throw new TestingError(
    'component-ambiguous',
    `Expected one ${what} in the page, found ${found.length}. Name the one you mean by the key that it is mounted with: { key }.`,
  )
}
