/** The outcome of events that were not applied: sent with their acknowledgement, and kept until the tab has it. */
import { InputError } from '../component/errors.ts'
import type { Answer } from '../protocol/ops.ts'

/** What a turn answers: an event of the tab, or whoever else waits for its end. */
export interface Answered {
  /** The event's number. */
  seq?: number
  /** Called if the turn has failed. */
  takeBack?: ((error: unknown) => void) | undefined
}

interface Open {
  readonly answer: Answer
  /** The frame that carries it, or 0. */
  frame: number
}

/** Shared by all sessions without one. */
const NONE: readonly Open[] = []

export class Answers {
  open: readonly Open[] = NONE

  constructor(stored: readonly Answer[] = []) {
    for (const answer of stored) this.add(answer)
  }

  add(answer: Answer): void {
    this.open = [...this.open, { answer, frame: 0 }]
  }

  /** The turn has failed. */
  fails({ seq, takeBack }: Answered, error: unknown): void {
    takeBack?.(error)
    if (seq !== undefined) this.add(answerToFailure(seq, error))
  }

  /** Those for events up to `kept` that no frame has carried; `frame` now carries them. */
  take(kept: number, frame: number): Answer[] {
    const untold = this.open.filter((one) => one.frame === 0 && one.answer.seq <= kept)
    for (const one of untold) one.frame = frame
    return untold.map(({ answer }) => answer)
  }

  /** The tab has applied this frame: the answers in it are done. */
  told(frame: number): void {
    const left = this.open.findIndex((one) => one.frame === 0 || one.frame > frame)
    this.open = left < 0 ? NONE : this.open.slice(left)
  }

  /** A tab has reconnected: it may lack all of them. */
  again(): void {
    for (const one of this.open) one.frame = 0
  }

  /** What is stored. */
  all(): readonly Answer[] {
    return this.open.map(({ answer }) => answer)
  }
}

/** The answer to an event whose handler threw. */
function answerToFailure(seq: number, error: unknown): Answer {
  // A schema's words are meant for the visitor who filled in the form.
  if (error instanceof InputError) {
    return { seq, outcome: 'refused', code: error.code, message: error.message }
  }
  return { seq, outcome: 'failed' }
}
