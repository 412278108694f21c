/** B3: every lesson's check on the real engine: the start fails, right answers pass, what people get wrong fails where it should. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Check, runCheck, type StepResult } from 'telar/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { ordersOf } from './orders.ts'

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))
const NAMES = readdirSync(LESSONS).filter((name) => /^\d\d-/.test(name))

/** What the check says of the component in one folder of a lesson. */
const outcome = (lesson: string, folder: string) => outcomeOf(lesson, componentFile(lesson, folder))

async function outcomeOf(lesson: string, file: string): Promise<StepResult[]> {
  const { default: check } = (await import(join(LESSONS, lesson, 'check.ts'))) as {
    default: Check
  }
  const { default: component } = await import(/* @vite-ignore */ file)
  const results: StepResult[] = []
  for await (const result of runCheck(check, { component })) results.push(result)
  return results
}

const componentFile = (lesson: string, folder: string) =>
  join(LESSONS, lesson, folder, `${lesson.slice(3)}.ts`)

/** The same for each order in which the parts of its templates may be written. */
async function* inEachOrder(lesson: string, folder: string) {
  for (const source of ordersOf(readFileSync(componentFile(lesson, folder), 'utf8'))) {
    const file = join(SCRATCH, `order-${written++}.ts`)
    writeFileSync(file, source)
    yield { source, results: await outcomeOf(lesson, file) }
  }
}

const SCRATCH = mkdtempSync(join(tmpdir(), 'telar-lessons-'))
let written = 0
afterAll(() => rmSync(SCRATCH, { recursive: true }))

const failed = (results: readonly StepResult[]) => results.filter(({ state }) => state === 'failed')

test('the hint of the counter tells a wrong number from a button that does nothing', async () => {
  const hintOf = async (folder: string) => failed(await outcome('01-counter', folder))[0]?.hint
  expect(await hintOf('wrong/adds-two')).toContain('this.count += 1')
  expect(await hintOf('wrong/adds-two')).not.toContain('lv-click')
  expect(await hintOf('start')).toContain('The button needs an lv-click')
})

describe.each(NAMES)('%s', (lesson) => {
  test('B3 what the reader starts with fails, with a sentence and a hint', async () => {
    const [first, ...rest] = failed(await outcome(lesson, 'start'))
    expect(rest).toEqual([])
    expect(first?.message).toMatch(/\w+.*\.$/s)
    expect(first?.hint).toMatch(/\w+.*\.$/s)
  })

  test.each(['solution', 'alt'])(
    'B3 a right answer passes, in whatever order its parts stand: %s',
    async (folder) => {
      for await (const { source, results } of inEachOrder(lesson, folder)) {
        expect(failed(results), source).toEqual([])
        expect(results.length).toBeGreaterThan(2)
      }
    },
  )

  test('B3 the other right answer is written differently', () => {
    const read = (folder: string) =>
      readFileSync(join(LESSONS, lesson, folder, `${lesson.slice(3)}.ts`), 'utf8')
    expect(read('alt')).not.toBe(read('solution'))
  })

  const wrongs = readdirSync(join(LESSONS, lesson, 'wrong'))

  test('B3 at least two misconceptions are known', () => {
    expect(wrongs.length).toBeGreaterThanOrEqual(2)
  })

  test.each(wrongs)(
    'B3 a wrong answer fails the step it should, in whatever order its parts stand: %s',
    async (name) => {
      const expected = JSON.parse(
        readFileSync(join(LESSONS, lesson, 'wrong', name, 'expect.json'), 'utf8'),
      ) as { step: string }
      for await (const { source, results } of inEachOrder(lesson, join('wrong', name))) {
        const [first] = failed(results)
        expect(first, `It passed:\n${source}`).toBeDefined()
        expect(first?.id, `${first?.message}\n${source}`).toBe(expected.step)
        expect(first?.hint).toMatch(/\w+.*\.$/s)
      }
    },
  )

  test('a lesson imports the engine by its package name alone, as a reader would', () => {
    for (const file of filesOf(join(LESSONS, lesson))) {
      const from = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(
        (match) => match[1],
      )
      expect(
        from.filter((name) => !/^(telar|telar\/testing|\.\/[\w-]+\.ts)$/.test(name ?? '')),
      ).toEqual([])
    }
  })
})

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}
