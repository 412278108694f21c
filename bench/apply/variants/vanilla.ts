/** The floor: code that knows what changed and writes it to nodes at hand; there is no message to read. */
import { changesBetween } from '../../fixture/changes.ts'
import type { Variant } from '../variant.ts'
import { CachedPage } from './cached.ts'

export function createVanilla(name: string): Variant {
  const page = new CachedPage()
  return {
    name,
    setup: (first) => page.show(first),
    frame({ before, after, takeOver }) {
      if (takeOver) return () => page.adopt(after)
      const changes = changesBetween(before, after)
      return () => page.make(changes)
    },
  }
}
