/** B1: the lessons' folders are read in order, and a folder that is wrong says what is wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLesson, listLessons } from '../../site/lib/lessons.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telar-lessons-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const HEAD = 'title: Knots\npart: First\nminutes: 3\ngoal: You tie one.\nfocus: knots.ts:1\n'

function write(name: string, head: string, entry = 'knots.ts') {
  for (const part of ['start', 'solution']) {
    mkdirSync(join(folder, name, part), { recursive: true })
    writeFileSync(join(folder, name, part, entry), `// ${part}\n`)
  }
  writeFileSync(join(folder, name, 'lesson.mdx'), `---\n${head}---\n\nTie it.\n`)
  writeFileSync(join(folder, name, 'check.ts'), 'export default 1\n')
}

test('lessons stand in the order of their numbers', { tags: ['B1'] }, () => {
  write('02-knots', HEAD)
  write('01-loops', HEAD.replace('Knots', 'Loops'), 'loops.ts')
  expect(listLessons(folder).map(({ slug, number }) => [slug, number])).toEqual([
    ['loops', 1],
    ['knots', 2],
  ])
})

test('a lesson is found whole by its name', { tags: ['B1'] }, () => {
  write('02-knots', HEAD)
  expect(findLesson('knots', folder)).toEqual({
    slug: 'knots',
    number: 2,
    title: 'Knots',
    part: 'First',
    minutes: 3,
    goal: 'You tie one.',
    focus: { file: 'knots.ts', line: 1 },
    prose: '\nTie it.\n',
    start: { files: { 'knots.ts': '// start\n' }, entry: 'knots.ts' },
    solution: { files: { 'knots.ts': '// solution\n' }, entry: 'knots.ts' },
    check: 'export default 1\n',
  })
})

test('a lesson that does not exist is undefined', { tags: ['B1'] }, () => {
  expect(findLesson('none', folder)).toBeUndefined()
})

test('a focus that is nowhere in start/ is refused with what is there', () => {
  write('01-knots', HEAD.replace('knots.ts:1', 'knots.ts:9'))
  write('02-loops', HEAD, 'loops.ts')
  expect(() => findLesson('knots', folder)).toThrow(
    'Expected "focus" at the top of 01-knots/lesson.mdx to name a line of a file in start/, received line 9 of 1.',
  )
  expect(() => findLesson('loops', folder)).toThrow('received no knots.ts there')
})

test('a folder without a number is refused by name', () => {
  write('knots', HEAD)
  expect(() => listLessons(folder)).toThrow('named like 01-counter, received knots')
})

test.each([
  [
    'title: Knots\n',
    'title: 7\n',
    'Expected "title" to be a line of text at the top of 01-knots/lesson.mdx, received 7.',
  ],
  ['minutes: 3\n', 'minutes: 0\n', '"minutes" to be a number of minutes above 0'],
  [
    'goal: You tie one.\n',
    '',
    '"goal" to be a sentence at the top of 01-knots/lesson.mdx, received undefined',
  ],
  ['knots.ts:1', 'knots.ts', '"focus" to be a file and a line like counter.ts:5'],
])('a head with %j written as %j is refused', (right, wrong, sentence) => {
  write('01-knots', HEAD.replace(right, wrong))
  expect(() => listLessons(folder)).toThrow(sentence)
})

test('a lesson without the file that runs is refused', () => {
  write('01-knots', HEAD, 'other.ts')
  expect(() => findLesson('knots', folder)).toThrow('Expected knots.ts in')
})

test('every lesson of this project points its focus at a line that exists', {
  tags: ['B1'],
}, () => {
  const lessons = listLessons()
  expect(lessons.map(({ slug }) => slug)).toEqual(['counter', 'clock', 'button-input'])
  for (const { slug, focus } of lessons) {
    const lines = findLesson(slug)?.start.files[focus.file]?.split('\n') ?? []
    expect(lines[focus.line - 1]?.trim(), `${slug} ${focus.file}:${focus.line}`).toMatch(/\S/)
  }
})
