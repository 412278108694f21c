/** B3: every lesson's check on the real engine: the start fails, right answers pass, what people get wrong fails where it should. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
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
  const files = { [basename(file)]: readFileSync(file, 'utf8') }
  for await (const result of runCheck(check, { component, files })) results.push(result)
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

test.each([
  ['02-clock', 'start', 'Start the timer there, with this.every'],
  ['02-clock', 'wrong/never-again', 'connected() runs once'],
  ['02-clock', 'wrong/set-timeout', 'A timer of Node’s own'],
  ['02-clock', 'wrong/once', 'this.after fires once'],
  ['02-clock', 'wrong/timer-called', 'Hand over a function that ticks'],
  ['02-clock', 'wrong/set-in-the-view', 'The template only shows'],
  ['02-clock', 'wrong/markup-in-a-string', 'raw(…) is one text'],
  ['03-button-input', 'start', 'Nothing hears the input yet'],
  ['03-button-input', 'wrong/copied-once', 'A copy made in start() never changes'],
  ['03-button-input', 'wrong/everyone-reads-along', 'A topic reaches every visitor'],
  ['03-button-input', 'wrong/nobody-subscribed', 'compare the two names'],
  ['03-button-input', 'wrong/said-to-oneself', 'Publish in the handler'],
])('the hint of %s looks at what was done: %s', async (lesson, folder, words) => {
  expect(failed(await outcome(lesson, folder))[0]?.hint).toContain(words)
})

test.each([
  ['02-clock', '(1000, () => this.tick())', '(500, () => this.tick())', undefined],
  ['02-clock', 'this.now()', 'Date.now()', 'Read the time from this.now()'],
  ['02-clock', '.slice(11, 19)', '.slice(11, 16)', 'two digits each'],
  [
    '02-clock',
    'this.time = wallTime(this.now())\n  }\n\n  get',
    'this.time ||= wallTime(this.now())\n  }\n\n  get',
    'The timer is there',
  ],
  ['03-button-input', 'mount(NameInput, { onName: this.rename })', 'mount(NameInput)', undefined],
  ['03-button-input', 'this.name = name', 'void name', 'the method has to set this.name'],
  ['03-button-input', "publish('greetings'", "publish('greeting'", 'compare the two names'],
])(
  'a slip in the right answer of %s, %s written as %s, gets a hint of its own',
  async (lesson, right, wrong, words) => {
    const source = readFileSync(componentFile(lesson, 'solution'), 'utf8')
    expect(source).toContain(right)
    const file = join(SCRATCH, `slip-${written++}.ts`)
    writeFileSync(file, source.replace(right, wrong))
    const [first] = failed(await outcomeOf(lesson, file))
    if (words === undefined) return
    expect(first?.hint, first?.message).toContain(words)
  },
)

describe.each(NAMES)('%s', (lesson) => {
  test('what the reader starts with fails, with a sentence and a hint', {
    tags: ['B3'],
  }, async () => {
    const [first, ...rest] = failed(await outcome(lesson, 'start'))
    expect(rest).toEqual([])
    expect(first?.message).toMatch(/\w+.*\.$/s)
    expect(first?.hint).toMatch(/\w+.*\.$/s)
  })

  test.each(['solution', 'alt'])(
    'a right answer passes, in whatever order its parts stand: %s',
    { tags: ['B3'] },
    async (folder) => {
      for await (const { source, results } of inEachOrder(lesson, folder)) {
        expect(failed(results), source).toEqual([])
        expect(results.length).toBeGreaterThan(2)
      }
    },
  )

  test('the other right answer is written differently', { tags: ['B3'] }, () => {
    const read = (folder: string) =>
      readFileSync(join(LESSONS, lesson, folder, `${lesson.slice(3)}.ts`), 'utf8')
    expect(read('alt')).not.toBe(read('solution'))
  })

  const wrongs = readdirSync(join(LESSONS, lesson, 'wrong'))

  test('at least two misconceptions are known', { tags: ['B3'] }, () => {
    expect(wrongs.length).toBeGreaterThanOrEqual(2)
  })

  test.each(wrongs)(
    'a wrong answer fails the step it should, in whatever order its parts stand: %s',
    { tags: ['B3'] },
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
