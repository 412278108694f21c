/** PURE: says a reader's place in the queue while all containers are in use. */
import type { Phase } from '../container/types.ts'
import type { Words } from './words/words.ts'

/** Undefined when nobody waits. */
export function inLine(phase: Phase, words: Words): string | undefined {
  if (!('position' in phase) || phase.position === undefined) return undefined
  return words.placeholder.inLine(phase.position, phase.name === 'booting')
}
