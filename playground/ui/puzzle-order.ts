/** A puzzle of lines: what is offered in which order, and how much of an order is right. */

/** One line, or a few that stay together. */
export interface Piece {
  readonly id: string
  readonly file: string
  readonly lines: readonly string[]
}

export interface Puzzle {
  /** In the order of the solution. */
  readonly answer: readonly Piece[]
  /** Lines of known mistakes: they have no place in the answer. */
  readonly mistakes: readonly Piece[]
}

const MAX_MISTAKES = 3

/** The pieces out of order, a few mistakes among them; `random` gives numbers in [0, 1). */
export function offer({ answer, mistakes }: Puzzle, random: () => number): Piece[] {
  let mixed = shuffle([...answer, ...shuffle(mistakes, random).slice(0, MAX_MISTAKES)], random)
  const isSolved = () =>
    mixed
      .filter((piece) => answer.includes(piece))
      .every((piece, at) => textOf(piece) === textOf(answer[at]!))
  for (let turn = 1; turn < mixed.length && isSolved(); turn++) {
    mixed = [...mixed.slice(1), mixed[0]!]
  }
  return mixed
}

/** How many pieces from the top stand right; `isRight` if all do and no more are used. Equal pieces are interchangeable. */
export function judge(
  { answer }: Puzzle,
  used: readonly Piece[],
): { right: number; isRight: boolean } {
  let right = 0
  while (right < answer.length && used[right] && textOf(used[right]!) === textOf(answer[right]!)) {
    right++
  }
  return { right, isRight: right === answer.length && used.length === answer.length }
}

const textOf = ({ file, lines }: Piece) => `${file}\n${lines.join('\n')}`

function shuffle<T>(from: readonly T[], random: () => number): T[] {
  const items = [...from]
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[items[at], items[other]] = [items[other]!, items[at]!]
  }
  return items
}
