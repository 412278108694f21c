/** The walk of a click in CONTRIBUTING is the way that a real click takes, and that way stays short. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('a click of a counter goes by the files that CONTRIBUTING names, in that order, and is soon through', () => {
  const guide = readFileSync(`${root}CONTRIBUTING.md`, 'utf8')
  const told = guide.slice(guide.indexOf('**Receive.**'), guide.indexOf('## How to add'))
  const named = [...told.matchAll(/`engine\/([\w/-]+\.ts)`/g)].map((match) => match[1]!)
  const script = [`${root}scripts/walk.mjs`, '--list']
  const output = execFileSync(process.execPath, script, { cwd: root, encoding: 'utf8' })
  const walked = [...output.matchAll(/([\w/-]+\.ts):\d+ /g)].map((match) => match[1]!)
  expect([...new Set(named)]).toEqual([...new Set(walked)])
  const counts = output.match(/files (\d+), functions (\d+), most entered (\d+)\n$/)!
  const [files, functions, most] = counts.slice(1).map(Number) as [number, number, number]
  expect(files).toBeLessThanOrEqual(25)
  expect(functions).toBeLessThanOrEqual(90)
  expect(most).toBeLessThanOrEqual(3)
})
