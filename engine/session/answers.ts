/** What became of events that were not applied: told with their acknowledgement, and kept until the tab has it. */
import { InputError } from '../component/errors.ts'
import type { Answer } from '../protocol/ops.ts'

/** The event that a turn answers. */
export interface Answered {
  seq: number
  /** Called when its handler has failed. */
  takeBack?: () => void
}

export class Answers {
  readonly open: { answer: Answer; frame: number }[] = []

  constructor(stored: readonly Answer[] = []) {
    for (const answer of stored) this.add(answer)
  }

  add(answer: Answer): void {
    this.open.push({ answer, frame: 0 })
  }

  /** Those of events up to `kept` that no frame has carried; `frame` is the one that does. */
  take(kept: number, frame: number): Answer[] {
    const untold = this.open.filter((one) => one.frame === 0 && one.answer.seq <= kept)
    for (const one of untold) one.frame = frame
    return untold.map(({ answer }) => answer)
  }

  /** The tab has applied this frame: what it was told there is done. */
  told(frame: number): void {
    while (this.open[0] && this.open[0].frame > 0 && this.open[0].frame <= frame) this.open.shift()
  }

  /** A tab has come again: it may lack all of them. */
  again(): void {
    for (const one of this.open) one.frame = 0
  }

  /** What is stored. */
  all(): readonly Answer[] {
    return this.open.map(({ answer }) => answer)
  }
}

/** The answer to an event whose handler threw. */
export function answerToFailure(seq: number, error: unknown): Answer {
  // The words of a schema are meant for who filled in what it checks.
  if (error instanceof InputError) {
    return { seq, outcome: 'refused', code: error.code, message: error.message }
  }
  return { seq, outcome: 'failed' }
}
