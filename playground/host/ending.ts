/** Why a container ends, as a code to branch on and a sentence for the reader. */
import type { Limits } from './limits.ts'

export type EndReason =
  | 'memory'
  | 'processes'
  | 'disk'
  | 'cpu'
  | 'output'
  | 'idle'
  | 'lifetime'
  | 'asleep'
  /** The host itself goes, or cannot be reached. */
  | 'away'
  | 'exit'
  | 'teardown'

export interface Ending {
  reason: EndReason
  message: string
}

type Limited = Exclude<EndReason, 'away' | 'exit' | 'teardown'>

/** The sentence for a limit that was exceeded: what happened, the figure, and what to do. */
export function endingFor(reason: Limited, limits: Limits): Ending {
  return { reason, message: sentence(reason, limits) }
}

/** The text of the page's `error` event and the last line of each process's output. */
export const endingLine = (ending: Ending): string =>
  `container-ended:${ending.reason}: ${ending.message}`

function sentence(reason: Limited, limits: Limits): string {
  switch (reason) {
    case 'memory':
      return `The container used more than its ${limits.memoryMB} MB of memory and was ended. Keep less in memory, then run again.`
    case 'processes':
      return `The container started more than its ${limits.tasks} processes and threads and was ended. Start fewer, then run again.`
    case 'disk':
      return `The container filled its ${limits.diskMB} MB of disk or its ${limits.files} files and was ended. Write less, then run again.`
    case 'cpu':
      return `The container used more than ${limits.cpuSeconds} s of processor time within ${limits.cpuWindowSeconds} s and was ended. Look for a loop that never yields, then run again.`
    case 'output':
      return `The container printed more than ${limits.outputKBPerSecond} KB a second and was ended. Print less, then run again.`
    case 'idle':
      return `Nothing came from the page for ${minutes(limits.idleSeconds)}, so the container was ended. Run again to go on.`
    case 'lifetime':
      return `The container had run for ${minutes(limits.lifetimeSeconds)}, its longest time, and was ended. Run again to go on.`
    case 'asleep':
      return 'Somebody waited for a container, and this one was unused for longest, so it was put to sleep. Your files are kept. Run again to go on.'
    default:
      return reason satisfies never
  }
}

const minutes = (seconds: number) =>
  seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} s`
