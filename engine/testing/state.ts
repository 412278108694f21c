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
      `Expected the component ${what} in the page, received none. The page has: ${names}.`,
    )
  }
  throw new TestingError(
    'component-ambiguous',
    `Expected one component ${what} in the page, received ${found.length}. Choose one by the key of its mount(): { key }.`,
  )
}
