/** Runs a lesson's check in the container and yields each step as it finishes. */
import type { Clock } from './clock.ts'
import { problemLine } from './console-lines.ts'
import type { SupervisorCommand, SupervisorEvent } from './messages.ts'
import type { StepResult } from './types.ts'

type CheckCommand = Extract<SupervisorCommand, { type: 'check' }>

interface CheckTools {
  send(command: SupervisorCommand): void
  /** Calls `hearer` for each event until the returned function is called; with undefined when the container ends. */
  hear(hearer: (event: SupervisorEvent | undefined) => void): () => void
  clock: Clock
  /** Aborted when nobody waits for the results any more. */
  over: AbortSignal | undefined
}

// The supervisor ends a check that does not end by itself, on a busy machine after a minute and a half; this is for when it
// sends nothing at all.
const SILENCE_MS = 120_000

export async function* followCheck(
  command: CheckCommand,
  { send, hear, clock, over }: CheckTools,
): AsyncIterable<StepResult> {
  const queue: (StepResult | 'end')[] = []
  let wake = () => {}
  const push = (item: StepResult | 'end') => {
    queue.push(item)
    wake()
  }
  const unhear = hear((event) => {
    if (event === undefined) {
      push(notRun('The container ended in the middle of the check.'))
      push('end')
    } else if (event.type === 'checked' && event.check === command.check) push(event.step)
    else if (event.type === 'check-ended' && event.check === command.check) {
      if (event.problem) push(notRun(problemLine(event.problem)))
      push('end')
    }
  })
  const cancel = clock.after(SILENCE_MS, () => {
    push(notRun('The container did not answer. Run your code once more, then check again.'))
    push('end')
  })
  const giveUp = () => wake()
  over?.addEventListener('abort', giveUp)
  let ended = false
  try {
    if (!over?.aborted) send(command)
    while (!ended && !over?.aborted) {
      const item = queue.shift()
      if (item === 'end') ended = true
      else if (item) yield item
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    cancel()
    unhear()
    over?.removeEventListener('abort', giveUp)
    if (!ended) send({ type: 'abandon', check: command.check })
  }
}

/** A check that did not finish, as a failed step. */
export const notRun = (message: string): StepResult => ({
  id: 'check',
  title: 'The check runs to its end',
  state: 'failed',
  message,
})
