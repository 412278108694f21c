/** The rule that a check tells right from wrong: the start fails as it says, right answers pass, wrong ones fail where they should. */
import type { StepResult } from 'telar/testing'
import { type Fault, fault, type Rule } from './fault.ts'
import { type Expected, expectedIn, filesOf, has, type Lesson, wrongsOf } from './lesson.ts'
import { ordersOf } from './orders.ts'
import { checked, failedIn } from './trial.ts'
import { wordsOf } from './words.ts'

/** The code that a reader starts with. */
export const startFails: Rule = (lesson) => failsAsExpected(lesson, 'start', 1)

/** Both right answers, in every order in which their parts may stand. */
export const rightPass: Rule = async (lesson) => {
  const faults: Fault[] = []
  for (const folder of ['solution', 'alt']) {
    if (!has(lesson, folder)) {
      faults.push(fault(folder, `Expected a folder with a right answer, received none. Write one.`))
      continue
    }
    const files = filesOf(lesson, folder)
    for (const source of ordersOf(files[lesson.entry] ?? '', RIGHT_ORDERS)) {
      const results = await checked(lesson, { ...files, [lesson.entry]: source })
      const failed = failedIn(results)
      const file = `${folder}/${lesson.entry}`
      if (failed)
        faults.push(
          fault(file, `Expected it to pass, received ${said(failed, source, files[lesson.entry])}`),
        )
      else if (results.length < 3)
        faults.push(
          fault('check.ts', `Expected at least 3 steps, received ${results.length}. Add some.`),
        )
      if (failed) break
    }
  }
  return faults
}

/** `alt` is not the same answer in another layout. */
export const altDiffers: Rule = (lesson) => {
  const bare = (folder: string) =>
    Object.entries(filesOf(lesson, folder))
      .filter(([name]) => name.endsWith('.ts'))
      .map(([, text]) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/[\s;]+/g, ''))
      .join()
  if (bare('alt') !== bare('solution')) return []
  return [
    fault(
      'alt',
      'Expected another right answer than solution/, received the same. Write it in another way.',
    ),
  ]
}

export const wrongFail: Rule = async (lesson) => {
  const wrongs = wrongsOf(lesson)
  const faults: Fault[] = []
  if (wrongs.length < 2)
    faults.push(
      fault('wrong', `Expected at least 2 misconceptions, received ${wrongs.length}. Add one.`),
    )
  for (const name of wrongs)
    faults.push(...(await failsAsExpected(lesson, `wrong/${name}`, WRONG_ORDERS)))
  return faults
}

/** How many orders are tried; more by `npm run lessons`, with which lessons are written. */
const [RIGHT_ORDERS, WRONG_ORDERS] = process.env.MORE_ORDERS ? [6, 3] : [2, 2]

async function failsAsExpected(lesson: Lesson, folder: string, orders: number): Promise<Fault[]> {
  const expected = expectedIn(lesson, folder)
  const where = `${folder}/expect.json`
  if (typeof expected?.step !== 'string') {
    return [fault(where, 'Expected the step that fails, received none. Write {"step": "its-id"}.')]
  }
  const files = filesOf(lesson, folder)
  const own = files[lesson.entry]
  if (own === undefined) {
    return [fault(folder, `Expected ${lesson.entry}, the file that runs, received none. Add it.`)]
  }
  for (const source of ordersOf(own, orders)) {
    let failed: StepResult | undefined
    try {
      failed = failedIn(await checked(lesson, { ...files, [lesson.entry]: source }))
    } catch (error) {
      return [fault(folder, `Expected code that can be loaded, received ${String(error)}`)]
    }
    const wrong = verdict(failed, expected)
    if (wrong) {
      const about = failed ? said(failed, source, own) : `that it passed${ordered(source, own)}`
      return [fault(where, `${wrong}, received ${about}`)]
    }
  }
  return []
}

/** What the kit says to those who write tests; it is in English alone. */
const OF_THE_KIT =
  /^Expected (?:one element, received|an element to |a field labelled|[^.]* in the page, received none\.)/

/** What is not as expected of a failed step. */
function verdict(failed: StepResult | undefined, expected: Expected): string | undefined {
  if (failed?.id !== expected.step) return `Expected step ${expected.step} to fail`
  if (wordsOf(failed.message ?? '').length < 3) return 'Expected a sentence about what was seen'
  if (OF_THE_KIT.test(failed.message ?? '') && !failed.failure)
    return 'Expected the check to look first (tab.has) and to say with failure what is missing, in both languages'
  if (expected.hint !== undefined && !failed.hint?.includes(expected.hint))
    return `Expected a hint with “${expected.hint}”`
  const words = wordsOf(failed.hint ?? '').length
  if (words < 40 || words > 160) return `Expected a hint of 40 to 160 words, this one has ${words}`
  return undefined
}

const said = ({ id, message, hint }: StepResult, source: string, own?: string) =>
  `${id}: ${message}${hint === undefined ? ' (no hint)' : `\n    hint: ${hint}`}${ordered(source, own ?? source)}`

const ordered = (source: string, own: string) =>
  source === own ? '' : `\n    with its parts in this order:\n${source}`
