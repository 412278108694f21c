/** Reads why a host ended a container: `container-ended:<reason>: <sentence>`. */
import type { EndReason } from './types.ts'

export interface Ended {
  reason: EndReason
  message: string
}

const REASONS: readonly string[] = [
  'memory',
  'idle',
  'loop',
  'cpu',
  'disk',
  'processes',
  'output',
  'lifetime',
  'exit',
]

/** Undefined when the text is not about an end. */
export function readEnded(text: string): Ended | undefined {
  const match = /container-ended:([a-z]+):\s*(.+)/.exec(text)
  if (!match) return undefined
  const [, reason = '', message = ''] = match
  return { reason: (REASONS.includes(reason) ? reason : 'exit') as EndReason, message }
}

/** What is said when the reader's own program ends. */
export function exitedSentence(code: number | null, signal: string | null): string {
  if (signal) {
    return `Your program was ended by ${signal}. Run it again to go on; what its handlers had finished is kept.`
  }
  return `Your program ended itself${code === null ? '' : ` with code ${code}`}. Run it again to go on; what its handlers had finished is kept.`
}
