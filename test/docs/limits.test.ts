/** The guide's table of limits: each one that there is, with what it is unless given. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { limitsOf } from '../../engine/server/options.ts'

test('the guide lists every limit with its value, and no other', { tags: ['A16', 'B14'] }, () => {
  const guide = readFileSync(new URL('../../engine/README.md', import.meta.url), 'utf8')
  const [, table = ''] = /^\| limit \|.*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(guide) ?? []
  const told = [...table.matchAll(/^\| `([\w.]+)` \| (\d+) \|/gm)].map(([, name, value]) => [
    name,
    Number(value),
  ])
  const { window, ...rest } = limitsOf(undefined)
  const there = [
    ...Object.entries(window).map(([name, value]) => [`window.${name}`, value]),
    ...Object.entries(rest),
  ]
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(there))
})
