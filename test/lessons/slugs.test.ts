/** B1: addresses of lessons are frozen: a new one is added to the list, and none goes away. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lessonsIn } from './lesson.ts'

const FROZEN = JSON.parse(readFileSync(new URL('slugs.json', import.meta.url), 'utf8')) as string[]

const slugs = lessonsIn(fileURLToPath(new URL('../../lessons', import.meta.url)))
  .filter((name) => !name.startsWith('part-'))
  .map((name) => name.replace(/^\d\d-/, ''))

test('each lesson has the address that it had, and no other has come', { tags: ['B1'] }, () => {
  expect(new Set(slugs).size).toBe(slugs.length)
  expect(slugs.toSorted()).toEqual(FROZEN.toSorted())
})
