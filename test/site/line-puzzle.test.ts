/** B3: the solution's lines out of order, with lines of known mistakes among them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { judge, offer, type Piece } from '../../playground/ui/puzzle-order.ts'
import { cutPuzzle } from '../../site/lib/line-puzzle.ts'

const start = { 'a.ts': 'class A {\n}\n', 'a.css': 'p {}' }
const solution = {
  'a.ts': 'class A {\n  add() {\n    this.n += 1\n  }\n\n  sub() {\n    this.n -= 1\n  }\n}\n',
  'a.css': 'p { color: red }',
}
const wrong = {
  twice: { 'a.ts': 'class A {\n  add() {\n    this.n += 2\n  }\n}\n' },
  brace: { 'a.ts': 'class A {\n  // only a comment\n}\n  }\n' },
  same: { 'a.ts': 'class A {\n  add() {\n    this.n += 2\n  }\n}\n' },
}
const half = () => 0.5
const textIn = (pieces: readonly Piece[]) => pieces.map(({ lines }) => lines.join('\n'))

test('the pieces are the lines that the solution adds, with their indentation', {
  tags: ['B3'],
}, () => {
  expect(textIn(cutPuzzle({ start, solution, wrong })!.answer)).toEqual([
    '  add() {',
    '    this.n += 1',
    '  }',
    '  sub() {',
    '    this.n -= 1',
    '  }',
  ])
})

test('among them is one line of each known mistake that no right answer has', {
  tags: ['B3'],
}, () => {
  const puzzle = cutPuzzle({ start, solution, wrong })!
  expect(textIn(puzzle.mistakes)).toEqual(['    this.n += 2'])
  expect(textIn(offer(puzzle, half)).sort()).toEqual(
    textIn([...puzzle.answer, ...puzzle.mistakes]).sort(),
  )
})

test('equal lines are interchangeable, a mistake or a missing line is not right', {
  tags: ['B3'],
}, () => {
  const puzzle = cutPuzzle({ start, solution, wrong })!
  const [a, b, c, d, e, f] = puzzle.answer as [Piece, Piece, Piece, Piece, Piece, Piece]
  expect(judge(puzzle, [a, b, f, d, e, c])).toEqual({ right: 6, isRight: true })
  expect(judge(puzzle, [a, e, c, d, b, f])).toEqual({ right: 1, isRight: false })
  expect(judge(puzzle, [a, b, c])).toEqual({ right: 3, isRight: false })
  const mistake = puzzle.mistakes[0]!
  expect(judge(puzzle, [a, b, c, d, e, f, mistake])).toEqual({ right: 6, isRight: false })
})

test('what is offered is never in the right order, whatever chance says', { tags: ['B3'] }, () => {
  for (let seed = 0; seed < 1; seed += 0.01) {
    const puzzle = cutPuzzle({ start, solution, wrong })!
    const used = offer(puzzle, () => seed).filter((piece) => puzzle.answer.includes(piece))
    expect(judge(puzzle, used).isRight).toBe(false)
  }
})

test('many lines are gathered to pieces that can be sorted', { tags: ['B3'] }, () => {
  const long = Array.from({ length: 90 }, (_, at) => `line(${at})`).join('\n')
  const { answer } = cutPuzzle({
    start: { 'a.ts': '' },
    solution: { 'a.ts': long },
    wrong: {},
  })!
  expect(answer).toHaveLength(14)
  expect(textIn(answer).join('\n')).toBe(long)
})

test('where one line is all that is missing, there is no order to find', { tags: ['B3'] }, () => {
  const one = { 'a.ts': 'class A {\n  n = 1\n}\n' }
  expect(cutPuzzle({ start, solution: one, wrong })).toBeUndefined()
})

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

test('the counter has a puzzle of few lines with three mistakes', { tags: ['B3'] }, () => {
  const folder = join(LESSONS, '01-counter')
  const mistakes = readdirSync(join(folder, 'wrong')).map((name) => [
    name,
    filesIn(join(folder, 'wrong', name)),
  ])
  const puzzle = cutPuzzle({
    start: filesIn(join(folder, 'start')),
    solution: filesIn(join(folder, 'solution')),
    wrong: Object.fromEntries(mistakes),
  })!
  expect(puzzle.answer.length).toBeGreaterThan(2)
  expect(offer(puzzle, half).length - puzzle.answer.length).toBe(3)
})
