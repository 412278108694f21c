/** The matrix has no gap, and names each one that comes. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { taggedTests } from '../scripts/tagged.mjs'
import { gapsOf } from './gaps.ts'
import { CLAUSES, type Clause } from './matrix.ts'
import { REQUIRED } from './required.ts'
import { TAGS } from './tags.ts'

const root = new URL('..', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, root), 'utf8')
const claims = { clauses: CLAUSES, required: REQUIRED, tags: TAGS }
const tests = taggedTests(fileURLToPath(new URL('test', root)))

const without = (tag: string) =>
  tests.map((one) => ({ ...one, tags: one.tags.filter((other) => other !== tag) }))
const changed = (tag: string, change: Partial<Clause>) => ({
  ...claims,
  clauses: CLAUSES.map((clause) => (clause.tag === tag ? { ...clause, ...change } : clause)),
})

test('every clause that is claimed has tests and a place in a page', () => {
  expect(gapsOf(claims, tests, read)).toEqual([])
})

test('the matrix misses the tests of any clause', () => {
  for (const { tag } of CLAUSES) {
    expect(gapsOf(claims, without(tag), read)).toEqual([`No test carries ${tag}.`])
  }
})

test('the matrix misses a place that a page does not have any more', () => {
  const moved = changed('drag-by-touch', { page: ['engine/README.md', '## Dragging'] })
  expect(gapsOf(moved, tests, read)).toEqual([
    'drag-by-touch: engine/README.md has no ## Dragging.',
  ])
})

test('the matrix takes no sentence for a place', () => {
  const pinned = changed('drag-by-touch', { page: ['engine/README.md', 'A finger'] })
  expect(gapsOf(pinned, tests, read)).toEqual([
    'drag-by-touch: “A finger” is prose. Name a heading, a row or code.',
  ])
})

test('the matrix misses a clause that its row must have', () => {
  const fewer = { ...claims, clauses: CLAUSES.filter(({ tag }) => tag !== 'streams') }
  expect(gapsOf(fewer, tests, read)).toEqual(['A4 has no clause streams (test/required.ts).'])
})

test('the matrix refuses a tag that nobody declared, in Vitest and in Playwright', () => {
  const tags = ['A99']
  const strays = ['a.test.ts', 'e2e/b.spec.ts'].map((file) => ({ file, title: 'a', tags }))
  expect(gapsOf(claims, [...tests, ...strays], read)).toEqual([
    'a.test.ts › a: A99 is not declared.',
    'e2e/b.spec.ts › a: A99 is not declared.',
  ])
})
