/** A lesson's check: steps that look at a component as a visitor would, and what came of each. */
import type { Component } from '../component/component.ts'
import { TestingError } from './errors.ts'
import type { Tab } from './tab.ts'
import { type VisitOptions, visit } from './visit.ts'

type AnyComponent = new () => Component

/** What a step is given. */
export interface StepTools {
  /** Opens a page; the reader's component unless another is named. */
  visit(component?: AnyComponent, options?: VisitOptions<never>): Promise<Tab>
  /** The reader's component. */
  component: AnyComponent
  /** The reader's files by name, where they are known. */
  files?: Readonly<Record<string, string>>
}

export interface Step {
  id: string
  title: string
  /** Throws a sentence about what the reader will see in the page. */
  run(tools: StepTools): void | Promise<void>
  /** Where to look when it fails. */
  hint?: string
}

export interface Check {
  steps: readonly Step[]
}

export interface StepResult {
  id: string
  title: string
  state: 'passed' | 'failed' | 'skipped'
  message?: string
  hint?: string
}

/** One thing that must hold. Ids are lower-case words with dashes; `expect.json` of a wrong answer names one. */
export function step(
  id: string,
  title: string,
  run: Step['run'],
  { hint }: { hint?: string } = {},
): Step {
  if (!/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(id)) {
    throw new TestingError(
      'check-malformed',
      `step() wants an id of lower-case words with dashes, as in one-click-one, got ${JSON.stringify(id)}.`,
    )
  }
  return { id, title, run, ...(hint === undefined ? {} : { hint }) }
}

/** Steps in order: the default export of a lesson's `check.ts`. */
export function check(steps: readonly Step[]): Check {
  const ids = steps.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (steps.length > 0 && twice === undefined) return { steps }
  throw new TestingError(
    'check-malformed',
    `check() wants steps with ids of their own, got ${twice === undefined ? 'none' : `“${twice}” twice`}.`,
  )
}

/** Runs a check on a component, step by step. A step builds on those before it: after one that failed the others are skipped. */
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
      yield { id, title, state: 'failed', message, ...(hint === undefined ? {} : { hint }) }
    }
  }
}
