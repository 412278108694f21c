/** Passes values down the tree to the components that ask for them. */
import { currentRun } from '../template/rendered.ts'
import { ComponentError } from './errors.ts'
import type { ComponentNode } from './node.ts'
import type { Provided, ProvidedKey } from './provided.ts'
import { isSame } from './same.ts'

/** Provides a value in the current run. @throws ComponentError 'component-provide' outside of a run. */
export function provideFrom(node: ComponentNode, key: ProvidedKey<unknown>, value: unknown): void {
  if (currentRun()?.owner === node) {
    node.rendering.provide(key, value)
    return
  }
  throw new ComponentError(
    'component-provide',
    `Expected ${node.name} to provide "${key.name}" in getTemplate(), received a call outside of it. Keep the value in a field and call this.provide(…) in getTemplate(): it is then provided again after each change and each take-over.`,
  )
}

/**
 * Takes the value of the nearest component above. When the value changes, a run of `asker` that took it is repeated; a
 * constructor has no `asker` yet.
 */
export function injectInto(
  above: ComponentNode | undefined,
  asker: ComponentNode | undefined,
  key: ProvidedKey<unknown>,
): unknown {
  const value = valueAbove(above, key)
  if (asker && currentRun()?.owner === asker) asker.rendering.inject(key, value)
  return value
}

/** After another run: marks the components below that would now get another value. */
export function markConsumers(node: ComponentNode, before: Provided): void {
  const now = node.rendering.provided
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (key) => before.has(key) !== now.has(key) || !isSame(before.get(key), now.get(key)),
  )
  if (changed.length === 0) return
  for (const below of node.walk()) {
    const { injected } = below.rendering
    if (below === node || injected.size === 0) continue
    const isConcerned = changed.some(
      (key) => injected.has(key) && !isSame(injected.get(key), valueAbove(below.parent, key)),
    )
    if (isConcerned) below.rendering.invalidate()
  }
}

/** Whether a component would take the same values as another one took. */
export const isInjectedAlike = (node: ComponentNode, injected: Provided): boolean =>
  injected.size === 0 ||
  [...injected].every(([key, value]) => isSame(value, valueAbove(node.parent, key)))

function valueAbove(above: ComponentNode | undefined, key: ProvidedKey<unknown>): unknown {
  for (let at = above; at; at = at.parent) {
    const { provided } = at.rendering
    if (provided.has(key)) return provided.get(key)
  }
  return key.fallback
}
