/** A lesson's check: steps that use a component as a visitor would, and the result of each. */
import type { Component } from '../component/component.ts'
import { TestingError } from './errors.ts'
import type { Tab } from './tab.ts'
import { type VisitOptions, visit } from './visit.ts'

type AnyComponent = new () => Component

/**
 * What a step receives.
 *
 * @example
 * const startsAtZero = async ({ visit, component }: StepTools) => {
 *   const tab = await visit(component)
 *   if (!tab.has(byText(/0/))) throw new Error(`The page says ${tab.text()}. Expected a 0.`)
 * }
 * const plan = check([step('starts-at-zero', 'The count starts at 0', startsAtZero)])
 */
export interface StepTools {
  /** Opens a page; the reader's component by default. */
  visit(component?: AnyComponent, options?: VisitOptions<never>): Promise<Tab>
  /** The reader's component. */
  component: AnyComponent
  /** The reader's files by name, if known. */
  files?: Readonly<Record<string, string>>
}

/**
 * One thing that must hold.
 *
 * @example
 * const mount: Step = step('mounts', 'The component shows', async ({ visit }) => {
 *   await visit()
 * })
 * mount.id // 'mounts'
 */
export interface Step {
  id: string
  title: string
  /** Throws a sentence about what the reader will see in the page. */
  run(tools: StepTools): void | Promise<void>
  /** Where to look when it fails: a sentence, or one made from the error. */
  hint?: Hint
}

/**
 * A sentence about where to look, or a function that makes one from the step's error and the reader's files:
 * one step can fail for several reasons.
 *
 * @example
 * const hint: Hint = ({ message }) => (message.includes('0') ? 'Is the handler called?' : 'Add one, no more.')
 */
export type Hint =
  | string
  | ((failure: { message: string; files?: Readonly<Record<string, string>> }) => string)

/**
 * Steps in order.
 *
 * @example
 * const plan: Check = check([step('mounts', 'It shows', async ({ visit }) => void (await visit()))])
 * plan.steps.length // 1
 */
export interface Check {
  steps: readonly Step[]
}

/**
 * The result of one step. `message` is what it threw, `hint` where to look.
 *
 * @example
 * const told = ({ title, state }: StepResult) => `${title}: ${state}`
 * told({ id: 'mounts', title: 'It shows', state: 'passed' }) // 'It shows: passed'
 */
export interface StepResult {
  id: string
  title: string
  state: 'passed' | 'failed' | 'skipped'
  message?: string
  hint?: string
}

/**
 * One thing that must hold. Ids are lower-case words with dashes; `expect.json` of a wrong answer names one.
 *
 * @example
 * const oneClick = step(
 *   'one-click-one',
 *   'One click adds one',
 *   async ({ visit }) => {
 *     const tab = await visit()
 *     await tab.click(byRole('button'))
 *     if (!tab.has(byText(/1/))) throw new Error(`The page says ${tab.text()} after a click. Expected a 1.`)
 *   },
 *   { hint: 'Does your handler return before it adds?' },
 * )
 */
export function step(
  id: string,
  title: string,
  run: Step['run'],
  { hint }: { hint?: Hint } = {},
): Step {
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(id)) {
    throw new TestingError(
      'check-malformed',
      `Expected an id of lower-case words with dashes in step(), received ${JSON.stringify(id)}. Write it as in one-click-one.`,
    )
  }
  return { id, title, run, ...(hint === undefined ? {} : { hint }) }
}

/**
 * Steps in order: the default export of a lesson's `check.ts`.
 *
 * @example
 * export default check([
 *   step('starts-at-zero', 'The count starts at 0', async ({ visit }) => {
 *     const tab = await visit()
 *     if (!tab.has(byText(/0/))) throw new Error(`The page says ${tab.text()}. Expected a 0.`)
 *   }),
 * ])
 */
export function check(steps: readonly Step[]): Check {
  const ids = steps.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (steps.length > 0 && twice === undefined) return { steps }
  throw new TestingError(
    'check-malformed',
    `Expected steps with different ids in check(), received ${twice === undefined ? 'none' : `“${twice}” twice`}. ${twice === undefined ? 'Pass at least one step' : 'Give each step its own id'}.`,
  )
}

/**
 * Runs a check on a component, step by step. Steps build on one another: after one that failed the others are skipped.
 *
 * @example
 * const plan = check([
 *   step('shows', 'It shows', async ({ visit }) => void (await visit())),
 *   step('is-ten', 'It starts at 10', async ({ visit }) => {
 *     if (!(await visit()).has(byText(/10/))) throw new Error('Expected a 10.')
 *   }),
 * ])
 * const states: string[] = []
 * for await (const { id, state } of runCheck(plan, { component: Counter })) states.push(`${id} ${state}`)
 * states // ['shows passed', 'is-ten failed']
 */
export async function* runCheck(
  { steps }: Check,
  { component, files }: Pick<StepTools, 'component' | 'files'>,
): AsyncGenerator<StepResult, void> {
  const tools: StepTools = {
    component,
    visit: (other = component, options = {}) => visit(other, options),
    ...(files && { files }),
  }
  let failed = false
  for (const { id, title, run, hint } of steps) {
    if (failed) {
      yield { id, title, state: 'skipped' }
      continue
    }
    try {
      await run(tools)
      yield { id, title, state: 'passed' }
    } catch (error) {
      failed = true
      const message = error instanceof Error ? error.message : String(error)
      const told = typeof hint === 'function' ? hint({ message, ...(files && { files }) }) : hint
      yield { id, title, state: 'failed', message, ...(told === undefined ? {} : { hint: told }) }
    }
  }
}
