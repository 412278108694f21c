/** B3: the folder that `npm run lesson:new` makes is a lesson that can be read, and its check tells right from wrong. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Check, runCheck, type StepResult } from 'telar/testing'
import { afterAll, expect, test } from 'vitest'
import { findLesson } from '../../site/lib/lessons.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const script = join(root, 'scripts/lesson-new.mjs')
const folder = mkdtempSync(join(tmpdir(), 'telar-lesson-'))
afterAll(() => rmSync(folder, { recursive: true }))

cpSync(join(root, 'lessons/parts.json'), join(folder, 'parts.json'))
execFileSync(process.execPath, [
  script,
  '35-front-desk',
  'At the front desk',
  '--part',
  '8',
  '--into',
  folder,
])
const own = join(folder, '35-front-desk')

async function outcome(place: string): Promise<StepResult[]> {
  const { default: check } = (await import(join(own, 'check.ts'))) as { default: Check }
  const { default: component } = await import(join(own, place, 'front-desk.ts'))
  const results: StepResult[] = []
  for await (const result of runCheck(check, { component })) results.push(result)
  return results
}

const failedIn = (results: readonly StepResult[]) => results.find(({ state }) => state === 'failed')

test.each(['en', 'es'] as const)('it is a lesson of the site: %s', (lang) => {
  const lesson = findLesson('front-desk', lang, folder)
  expect(lesson?.title).toBe('At the front desk')
  expect(lesson?.part).toBe(8)
})

test('right answers pass', async () => {
  for (const place of ['solution', 'alt']) expect(failedIn(await outcome(place))).toBeUndefined()
})

test.each(['start', ...readdirSync(join(own, 'wrong')).map((name) => `wrong/${name}`)])(
  '%s fails its step, with a hint that has its Spanish',
  async (place) => {
    const { step } = JSON.parse(readFileSync(join(own, place, 'expect.json'), 'utf8'))
    const failed = failedIn(await outcome(place))
    expect(failed?.id, failed?.message).toBe(step)
    const words = findLesson('front-desk', 'es', folder)?.checkWords
    expect(words?.titles[step]).toBeTruthy()
    const hint = words?.says[failed?.hint ?? ''] ?? ''
    for (const said of [failed?.hint ?? '', hint]) {
      const count = said.split(/\s+/).length
      expect(count, said).toBeGreaterThanOrEqual(40)
      expect(count, said).toBeLessThanOrEqual(160)
    }
  },
)

test('the questions are answered by running them', async () => {
  const { default: review } = (await import(join(own, 'review.ts'))) as { default: Check }
  const { default: component } = await import(join(own, 'solution/front-desk.ts'))
  const values: unknown[] = []
  for await (const { value } of runCheck(review, { component })) values.push(value)
  expect(values).toEqual([2, 0])
})

test.each([
  [['bell', 'A bell', '--part', '8'], 'Expected a name like 36-name, received “bell”'],
  [['36-bell', '--part', '8'], 'Expected a title, received none'],
  [['36-bell', 'A bell', '--part', '9'], 'received “9”'],
  [['35-bell', 'A bell', '--part', '8'], 'Expected a free number and a free slug'],
])('%j is refused', (given, sentence) => {
  const into = join(folder, 'refused')
  mkdirSync(join(into, '35-other'), { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, [script, ...given, '--into', into], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain(sentence)
  expect(readdirSync(into)).toEqual(['35-other'])
})
