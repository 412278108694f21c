/** Runs a lesson's check or questions on code, through the engine's own kit. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Check, runCheck, StepResult } from 'telar/testing'
import { filesOf, has, type Lesson } from './lesson.ts'

type Files = Readonly<Record<string, string>>
type Component = Parameters<typeof runCheck>[1]['component']

const SCRATCH = mkdtempSync(join(tmpdir(), 'telar-lessons-'))
process.on('exit', () => rmSync(SCRATCH, { recursive: true, force: true }))
let written = 0

/** What the check says of these files. */
export async function checked(
  lesson: Lesson,
  files: Files,
  file: 'check.ts' | 'review.ts' = 'check.ts',
): Promise<StepResult[]> {
  // The engine that the check and the component take, which may be another one than at the start of the tests.
  const { runCheck } = await import('telar/testing')
  const check = await checkOf(lesson, file)
  const component = await componentIn(lesson, files)
  const results: StepResult[] = []
  for await (const result of runCheck(check, { component, files })) results.push(result)
  return results
}

/** The default export of `check.ts` or `review.ts`. */
export async function checkOf(lesson: Lesson, file: 'check.ts' | 'review.ts'): Promise<Check> {
  const { default: check } = (await import(/* @vite-ignore */ join(lesson.folder, file))) as {
    default?: Check
  }
  if (check) return check
  throw new Error(
    `Expected a check as default export of ${file}, received none. Write export default check([…]).`,
  )
}

/** The component that these files run: each time a module of its own, so that no variable of it is kept from another run. */
export async function componentIn(lesson: Lesson, files: Files): Promise<Component> {
  const folder = join(SCRATCH, String(written++))
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const { default: component } = await import(/* @vite-ignore */ join(folder, lesson.entry))
  return component
}

export const componentOf = (lesson: Lesson, folder: string) =>
  componentIn(lesson, filesOf(lesson, folder))

/** The first step that failed, if one did. */
export const failedIn = (results: readonly StepResult[]) =>
  results.find(({ state }) => state === 'failed')

export const hasCheck = (lesson: Lesson) => has(lesson, 'check.ts') && has(lesson, 'solution')
