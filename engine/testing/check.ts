/** A lesson's check: steps that use a component as a visitor would, and the result of each. */
import type { Component } from '../component/component.ts'
import { TestingError } from './errors.ts'
import { Tab } from './tab.ts'
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
 * One act of a counter-example, by the names that a visitor sees. A page that shows the check plays the acts in its live preview, in order:
 * `press` what has this name, `type` a text `into` the field with this label, outline what says or is called `look`, `wait` milliseconds, `cut`
 * the connection for so many, go on in the page of another `visitor`, `say` a sentence beside it.
 *
 * @example
 * const acts: Act[] = [{ press: 'Remove milk' }, { say: 'Look at the two fields that are left.' }, { look: 'bread' }]
 */
export type Act =
  | { press: string }
  | { type: string; into: string }
  | { look: string }
  | { wait: number }
  | { cut: number }
  | { visitor: number }
  | { say: string }

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
  /** Lower-case words with dashes, different for each step of a check. */
  id: string
  /** What is right when it passes. */
  title: string
  /** Throws a sentence about what the reader will see in the page. A text or number that it returns is the result's `value`. */
  run(tools: StepTools): unknown
  /** Where to look when it fails: a sentence, or one made from the error. */
  hint?: Hint
  /** Shows in a live page what is wrong when it fails. */
  play?: readonly Act[]
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
  /** In the order in which they run. */
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
  /** That of the step. */
  id: string
  /** That of the step. */
  title: string
  /** Skipped: a step before it has failed. */
  state: 'passed' | 'failed' | 'skipped'
  /** What the step has thrown. */
  message?: string
  /** Where to look. */
  hint?: string
  /** The message as it was written with `failure`, for a translation: its text with {0}, {1} for the values. */
  failure?: { template: string; values: readonly string[] }
  /** What to show in a live page. */
  play?: readonly Act[]
  /** What the step returned: the answer to a question that is executed. */
  value?: string | number
  /** What all tabs that a passed step opened were sent, in bytes: two right answers can be compared. */
  bytes?: number
}

/**
 * An error for a step, whose sentence can be translated: the text is the key, and the values are put into its translation. A value is a number
 * or what a page said, never a part of the sentence.
 *
 * @param texts The literal, which JavaScript passes.
 * @param values Numbers, and what a page said.
 * @example
 * const wrong = failure`Expected the page to say ${1} after one press, received “${'0'}”.`
 * wrong.message // 'Expected the page to say 1 after one press, received “0”.'
 * wrong.template // 'Expected the page to say {0} after one press, received “{1}”.'
 */
export function failure(
  texts: TemplateStringsArray,
  ...values: readonly (string | number)[]
): StepFailure {
  return new StepFailure(texts, values.map(String))
}

/**
 * What `failure` makes.
 *
 * @example
 * const wrong: StepFailure = failure`Expected ${2} rows, received ${3}.`
 * wrong.values // ['2', '3']
 */
export class StepFailure extends Error {
  override name = 'StepFailure'
  /** The sentence with {0}, {1} in the places of the values. */
  readonly template: string
  /** As text, in order. */
  readonly values: readonly string[]

  constructor(texts: readonly string[], values: readonly string[]) {
    super(texts.reduce((said, text, i) => said + values[i - 1] + text))
    this.template = texts.reduce((said, text, i) => `${said}{${i - 1}}${text}`)
    this.values = values
  }
}

/**
 * One thing that must hold. Ids are lower-case words with dashes; `expect.json` of a wrong answer names one.
 *
 * @param id Lower-case words with dashes, different for each step.
 * @param title What is right when it passes.
 * @param run Throws a sentence about what the reader will see in the page.
 * @param options `hint` says where to look, `play` shows in a live page what is wrong.
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
  { hint, play }: Pick<Step, 'hint' | 'play'> = {},
): Step {
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(id)) {
    throw new TestingError(
      'check-malformed',
      `Expected an id of lower-case words with dashes in step(), received ${JSON.stringify(id)}. Write it as in one-click-one.`,
    )
  }
  return {
    id,
    title,
    run,
    ...(hint === undefined ? {} : { hint }),
    ...(play === undefined ? {} : { play }),
  }
}

/**
 * Steps in order: the default export of a lesson's `check.ts`.
 *
 * @param steps At least one, each with an id of its own.
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
 * @param check What `check()` returned.
 * @param options `component` is the reader’s; `files` are theirs by name, for hints.
 * @returns Each result, as soon as its step is done.
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
  let opened: Tab[] = []
  const tools: StepTools = {
    component,
    async visit(other = component, options = {}) {
      const tab = await visit(other, options)
      opened.push(tab)
      return tab
    },
    ...(files && { files }),
  }
  let failed = false
  for (const { id, title, run, hint, play } of steps) {
    if (failed) {
      yield { id, title, state: 'skipped' }
      continue
    }
    opened = []
    try {
      const value = await run(tools)
      const bytes = opened.reduce((sum, tab) => sum + Tab.sentIn(tab), 0)
      yield { id, title, state: 'passed', bytes, ...answerIn(value) }
    } catch (error) {
      failed = true
      const message = error instanceof Error ? error.message : String(error)
      const told = typeof hint === 'function' ? hint({ message, ...(files && { files }) }) : hint
      yield {
        id,
        title,
        state: 'failed',
        message,
        ...(told === undefined ? {} : { hint: told }),
        ...(error instanceof StepFailure && { failure: pick(error) }),
        ...(play === undefined ? {} : { play }),
      }
    }
  }
}

const pick = ({ template, values }: StepFailure) => ({ template, values })

const answerIn = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? { value } : {}
