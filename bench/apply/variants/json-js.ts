/** The same changes as a JSON text: what a hand-written client pays for its message. */
import { type Change, changesBetween } from '../../fixture/changes.ts'
import type { View } from '../../fixture/views.ts'
import type { Variant } from '../variant.ts'
import { CachedPage } from './cached.ts'

export function createJson(name: string): Variant {
  const page = new CachedPage()
  return {
    name,
    setup: (first) => page.show(first),
    frame({ before, after, takeOver }) {
      if (takeOver) {
        const text = JSON.stringify(after)
        return () => page.adopt(JSON.parse(text) as View)
      }
      const text = JSON.stringify(changesBetween(before, after))
      return () => page.make(JSON.parse(text) as Change[])
    },
  }
}
