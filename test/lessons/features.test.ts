/** B1: every feature of the matrix is told in a lesson or in a guide. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CLAUSES } from '../matrix.ts'
import { FEATURES } from './features.ts'
import { filesOf, lessonsIn, readLesson } from './lesson.ts'
import { textsOf } from './mdx.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NAMES = lessonsIn(`${ROOT}lessons`)

test('what a lesson is said to tell stands in it, in both languages', { tags: ['B1'] }, () => {
  const missing: string[] = []
  for (const [tag, [slug, mark]] of Object.entries(FEATURES)) {
    const name = NAMES.find((one) => one === slug || one.slice(3) === slug)
    if (!name) {
      missing.push(`${tag}: Expected a lesson ${slug}, received none.`)
      continue
    }
    const lesson = readLesson(`${ROOT}lessons`, name)
    const texts = textsOf(lesson).map(({ file }) =>
      readFileSync(`${lesson.folder}/${file}`, 'utf8'),
    )
    const code = Object.values(filesOf(lesson, 'solution')).join('\n')
    // A word of prose is another one in the other language; code and identifiers are not.
    const where = /^`|^lv-|^[\w.]+[A-Z(]/.test(mark) ? texts : texts.slice(0, 1)
    for (const text of where) {
      if (!`${text}\n${code}`.includes(mark))
        missing.push(`${tag}: Expected ${mark} in ${name}, received none.`)
    }
  }
  expect(missing).toEqual([])
})

test('a feature of the matrix without a lesson has its place in a guide', { tags: ['B1'] }, () => {
  const tags = CLAUSES.map(({ tag }) => tag)
  expect(Object.keys(FEATURES).filter((tag) => !tags.includes(tag))).toEqual([])
  const guideless = CLAUSES.filter(
    ({ tag, page: [file] }) => !FEATURES[tag] && !/README\.md$|CONTRIBUTING\.md$/.test(file),
  )
  expect(guideless.map(({ tag, page }) => `${tag}: ${page.join(' ')}`)).toEqual([])
})
