/** The rounds of a case, and what is noted of their messages. */
import type { Case } from '../fixture/cases.ts'
import { chance, type View } from '../fixture/views.ts'

/** Bytes of one message, of each round. */
export interface Bytes {
  case: string
  variant: string
  down: number[]
  /** Absent where the way up is not this wire's. */
  up?: number[]
}

export const ROUNDS = 5

export interface Round {
  before: View
  after: View
}

export function roundsOf(one: Case): Round[] {
  const random = chance(7)
  const rounds: Round[] = []
  let view = one.start()
  for (let round = 0; round < ROUNDS; round++) {
    const after = one.change(view, round, random)
    rounds.push({ before: view, after })
    view = one.undo ? one.undo(view, after) : after
  }
  return rounds
}

/** The same rounds as a run of views, the ways back among them. */
export const viewsOf = (one: Case): View[] => [
  one.start(),
  ...roundsOf(one).flatMap(({ before, after }) =>
    one.undo ? [after, one.undo(before, after)] : [after],
  ),
]
