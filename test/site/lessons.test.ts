/** B1: the lessons' folders are read in order, and a folder that is wrong says what is wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLesson, listLessons, listParts, readIntroduction } from '../../site/lib/lessons.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telar-lessons-'))
  writeFileSync(
    join(folder, 'parts.json'),
    '[{ "number": 1, "slug": "first", "en": "First", "es": "Primera" }]',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

const HEAD = 'title: Knots\npart: 1\nminutes: 3\ngoal: You tie one.\nfocus: knots.ts:1\n'

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
  expect(listLessons('en', folder).map(({ slug, number }) => [slug, number])).toEqual([
    ['loops', 1],
    ['knots', 2],
  ])
})

test('a lesson is found whole by its name', { tags: ['B1'] }, () => {
  write('02-knots', HEAD)
  expect(findLesson('knots', 'en', folder)).toEqual({
    lang: 'en',
    langs: ['en'],
    slug: 'knots',
    number: 2,
    title: 'Knots',
    part: 1,
    minutes: 3,
    goal: 'You tie one.',
    focus: { file: 'knots.ts', line: 1 },
    prose: '\nTie it.\n',
    start: { files: { 'knots.ts': '// start\n' }, entry: 'knots.ts' },
    solution: { files: { 'knots.ts': '// solution\n' }, entry: 'knots.ts' },
    wrong: {},
    check: 'export default 1\n',
  })
})

test('a lesson that does not exist is undefined', { tags: ['B1'] }, () => {
  expect(findLesson('none', 'en', folder)).toBeUndefined()
})

test('a lesson is Spanish once it has its Spanish text, with the words of its check', () => {
  write('01-knots', HEAD)
  write('02-loops', HEAD.replace('Knots', 'Loops'), 'loops.ts')
  expect(listLessons('es', folder)).toEqual([])
  writeFileSync(
    join(folder, '01-knots/lesson.es.mdx'),
    '---\ntitle: Nudos\ngoal: Haces uno.\n---\n\nÁtalo.\n',
  )
  writeFileSync(
    join(folder, '01-knots/check.es.json'),
    '{ "titles": { "tied": "Atado" }, "says": {} }',
  )
  expect(listLessons('es', folder).map(({ title, langs }) => [title, langs])).toEqual([
    ['Nudos', ['en', 'es']],
  ])
  const found = findLesson('knots', 'es', folder)
  expect(found?.prose).toBe('\nÁtalo.\n')
  expect(found?.checkWords?.titles).toEqual({ tied: 'Atado' })
  expect(findLesson('loops', 'es', folder)).toBeUndefined()
  const [part] = listParts('es', folder)
  expect(part?.title).toBe('Primera')
  expect(part?.lessons.map(({ title, lang }) => [title, lang])).toEqual([
    ['Nudos', 'es'],
    ['Loops', 'en'],
  ])
})

test('what people get wrong and the other answer hold only the files that differ', () => {
  write('01-knots', HEAD)
  for (const [place, text] of [
    ['alt', '// alt'],
    ['wrong/too-loose', '// wrong'],
  ] as const) {
    mkdirSync(join(folder, '01-knots', place), { recursive: true })
    writeFileSync(join(folder, '01-knots', place, 'knots.ts'), text)
  }
  writeFileSync(join(folder, '01-knots/wrong/too-loose/expect.json'), '{ "step": "tied" }')
  writeFileSync(join(folder, '01-knots/solution/knots.css'), 'p {}')
  const found = findLesson('knots', 'en', folder)
  expect(found?.alt).toEqual({
    files: { 'knots.ts': '// alt', 'knots.css': 'p {}' },
    entry: 'knots.ts',
  })
  expect(found?.wrong).toEqual({ 'too-loose': { 'knots.ts': '// wrong' } })
})

test('a lesson may name the file that runs and the lesson it goes on with', () => {
  write('01-knots', `${HEAD}entry: board.ts\ncontinues: loops\n`, 'board.ts')
  writeFileSync(join(folder, '01-knots/start/knots.ts'), '// more')
  const found = findLesson('knots', 'en', folder)
  expect([found?.start.entry, found?.continues]).toEqual(['board.ts', 'loops'])
})

test('the test of a part is no lesson, and is found by its name', () => {
  write('01-knots', HEAD)
  write('part-1-test', HEAD.replace('Knots', 'Test'), 'part-1-test.ts')
  writeFileSync(join(folder, 'part-1-test/start/knots.ts'), '// more')
  expect(listLessons('en', folder).map(({ slug }) => slug)).toEqual(['knots'])
  expect(listParts('en', folder)[0]?.test).toBe('part-1-test')
  expect(findLesson('part-1-test', 'en', folder)?.title).toBe('Test')
})

test('the introduction is absent until it is written', () => {
  expect(readIntroduction('en', folder)).toBeUndefined()
  writeFileSync(join(folder, 'introduction.mdx'), '---\ntitle: Hello\n---\nIn a minute.\n')
  expect(readIntroduction('en', folder)).toEqual({ title: 'Hello', prose: 'In a minute.\n' })
})

test('a focus that is nowhere in start/ is refused with what is there', () => {
  write('01-knots', HEAD.replace('knots.ts:1', 'knots.ts:9'))
  write('02-loops', HEAD, 'loops.ts')
  expect(() => findLesson('knots', 'en', folder)).toThrow(
    'Expected "focus" at the top of 01-knots/lesson.mdx to name a line of a file in start/, received line 9 of 1.',
  )
  expect(() => findLesson('loops', 'en', folder)).toThrow('received no knots.ts there')
})

test('a head that is no YAML is refused with its file', () => {
  write('01-knots', HEAD.replace('You tie one.', 'You see: one.'))
  expect(() => listLessons('en', folder)).toThrow(/01-knots\/lesson\.mdx, received .* into quotes/s)
})

test('a folder without a number is refused by name', () => {
  write('knots', HEAD)
  expect(() => listLessons('en', folder)).toThrow('named like 01-counter, received knots')
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
  expect(() => listLessons('en', folder)).toThrow(sentence)
})

test('a lesson without the file that runs is refused', () => {
  write('01-knots', HEAD, 'other.ts')
  expect(() => findLesson('knots', 'en', folder)).toThrow('Expected knots.ts in')
})

test('every lesson of this project points its focus at a line that exists', {
  tags: ['B1'],
}, () => {
  const lessons = listLessons()
  expect(lessons.length).toBeGreaterThan(0)
  for (const { slug, focus } of lessons) {
    const lines = findLesson(slug)?.start.files[focus.file]?.split('\n') ?? []
    expect(lines[focus.line - 1]?.trim(), `${slug} ${focus.file}:${focus.line}`).toMatch(/\S/)
  }
})
