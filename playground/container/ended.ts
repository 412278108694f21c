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
  'asleep',
  'exit',
]

/** Undefined if the text is not about an end. */
export function readEnded(text: string): Ended | undefined {
  const match = /container-ended:([a-z]+):\s*(.+)/.exec(text)
  if (!match) return undefined
  const [, reason = '', message = ''] = match
  return { reason: (REASONS.includes(reason) ? reason : 'exit') as EndReason, message }
}

/** The message when the reader's own program ends. */
export function exited(code: number | null, signal: string | null): Ended {
  // Our own code always reports before it sends this signal; a system that runs out of memory does not.
  if (signal === 'SIGKILL') {
    return {
      reason: 'memory',
      message: `Your program was ended by the system, most likely because it used too much memory. Keep less in memory, then ${AGAIN}`,
    }
  }
  const how = signal
    ? `was ended by ${signal}`
    : `ended itself${code === null ? '' : ` with code ${code}`}`
  return { reason: 'exit', message: `Your program ${how}. To go on, ${AGAIN}` }
}

const AGAIN = 'run it again; what its handlers had finished is kept.'
