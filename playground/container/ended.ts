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
  'away',
  'exit',
]

/** Undefined if the text is not about an end. */
export function readEnded(text: string): Ended | undefined {
  const match = /container-ended:([a-z]+):\s*(.+)/.exec(text)
  if (!match) return undefined
  const [, reason = '', message = ''] = match
  return { reason: (REASONS.includes(reason) ? reason : 'exit') as EndReason, message }
}

/** Why a boot ended, if its host has said so or can't be reached; undefined if it failed by itself. */
export function endOf(error: unknown): Ended | undefined {
  const { message = '', code } = error as { message?: string; code?: string }
  return code === 'host-away' ? { reason: 'away', message } : readEnded(message)
}

/** The message when the reader's own program ends. */
export function exited(code: number | null, signal: string | null): Ended {
  // Our own code always reports before it sends this signal; a system that runs out of memory does not.
  if (signal === 'SIGKILL') {
    return {
      reason: 'memory',
      message: `Your program was ended by the system, most likely because it used too much memory. Keep less in memory. ${AGAIN}`,
    }
  }
  const how = signal
    ? `was ended by ${signal}`
    : `ended itself${code === null ? '' : ` with code ${code}`}`
  return { reason: 'exit', message: `Your program ${how}. ${AGAIN}` }
}

const AGAIN =
  'Change the code, and the page goes on with what its handlers had finished. Start again opens a new page.'
