/** PURE: says a reader's place in the queue while all containers are in use. */
import type { Phase } from '../container/types.ts'

/** Undefined when nobody waits. */
export function inLine(phase: Phase): string | undefined {
  if (!('position' in phase) || phase.position === undefined) return undefined
  const place = ORDINALS[phase.position - 1] ?? `number ${phase.position}`
  return `All containers are in use, and you are ${place} in line. Your code ${phase.name === 'booting' ? 'starts' : 'goes on'} by itself when it is your turn. A tab of yours that has one frees it when you close it.`
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
