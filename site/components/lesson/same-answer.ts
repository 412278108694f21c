/** PURE: whether two answers to a prediction are the same. */
import type { Measure } from '../../../playground/preview/index.ts'

export function sameAnswer(measure: Measure, one: string, other: string): boolean {
  if (measure === 'text') return plain(one) === plain(other)
  if (measure === 'ops') return one === other
  // Elements are marked in any order.
  if (measure === 'elements') return sorted(one) === sorted(other)
  return Number(one) === Number(other)
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

const sorted = (tags: string) => tags.split('+').sort().join('+')
