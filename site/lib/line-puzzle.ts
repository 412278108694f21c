/** Cuts what a solution adds to its start into lines to be put in order, with lines of known mistakes. */
import { diffLines } from 'diff'
import type { Piece, Puzzle } from '../../playground/ui/index.ts'

export type Files = Readonly<Record<string, string>>

/** More pieces than these are sorted for longer than they are read. */
const MAX_PIECES = 14

interface PuzzleOptions {
  start: Files
  solution: Files
  /** The files of each known mistake, by name. */
  wrong: Readonly<Record<string, Files>>
}

/** Undefined if there are fewer than two pieces: then there is no order to find. */
export function cutPuzzle({ start, solution, wrong }: PuzzleOptions): Puzzle | undefined {
  const hunks = Object.entries(solution)
    .filter(([file]) => isCode(file))
    .flatMap(([file, text]) =>
      addedHunks(start[file] ?? '', text).map((lines) => ({ file, lines })),
    )
  const answer = gathered(hunks).map((piece, at) => ({ ...piece, id: `line-${at}` }))
  if (answer.length < 2) return undefined
  const known = new Set([start, solution].flatMap(linesIn).map(trimmed))
  const mistakes = mistakesIn(wrong, known).map((mistake, at) => ({
    ...mistake,
    id: `mistake-${at}`,
  }))
  return { answer, mistakes }
}

const isCode = (file: string) => /\.m?[jt]s$/.test(file)

/** Runs of added lines, without empty ones. */
const addedHunks = (before: string, after: string): string[][] =>
  diffLines(before, after)
    .filter(({ added }) => added)
    .map(({ value }) => value.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)

type Hunk = Pick<Piece, 'file' | 'lines'>

/** Each line a piece; of many lines, the neighbours that are shortest together become one piece. */
function gathered(hunks: readonly { file: string; lines: string[] }[]): Hunk[] {
  const pieces = hunks.flatMap(({ file, lines }, hunk) =>
    lines.map((line) => ({ file, hunk, lines: [line] })),
  )
  while (pieces.length > MAX_PIECES) {
    const length = (at: number) => {
      const [one, other] = [pieces[at]!, pieces[at + 1]!]
      return one.hunk === other.hunk
        ? one.lines.length + other.lines.length
        : Number.POSITIVE_INFINITY
    }
    let at = 0
    for (let other = 1; other < pieces.length - 1; other++)
      if (length(other) < length(at)) at = other
    if (length(at) === Number.POSITIVE_INFINITY) break
    const [one, other] = pieces.splice(at, 2)
    pieces.splice(at, 0, { ...one!, lines: [...one!.lines, ...other!.lines] })
  }
  return pieces.map(({ file, lines }) => ({ file, lines }))
}

function mistakesIn(wrong: PuzzleOptions['wrong'], known: ReadonlySet<string>): Hunk[] {
  const seen = new Set(known)
  const found: Hunk[] = []
  for (const files of Object.values(wrong)) {
    for (const [file, text] of Object.entries(files)) {
      if (!isCode(file)) continue
      // One line of each mistake: the first that no right answer has.
      const line = text.split('\n').find((one) => isTelling(one) && !seen.has(trimmed(one)))
      if (line === undefined) continue
      seen.add(trimmed(line))
      found.push({ file, lines: [line] })
    }
  }
  return found
}

// A brace alone tells nobody what is wrong.
const isTelling = (line: string) => /\w{2}/.test(line) && !/^\s*(\/\/|\/\*|\*|import )/.test(line)

const trimmed = (line: string) => line.trim()

const linesIn = (files: Files) =>
  Object.entries(files).flatMap(([file, text]) => (isCode(file) ? text.split('\n') : []))
