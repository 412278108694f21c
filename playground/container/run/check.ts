/** Runs the steps of a lesson's check on the reader's component and says how each went. */
import type { Problem, StepResult } from '../types.ts'
import { testingDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import { loadModule } from './load.ts'
import type { Order, Word } from './wire.ts'

type CheckOrder = Extract<Order, { do: 'check' }>

interface CheckPlan {
  steps: { id: string; title: string; hint?: string; run(tools: object): unknown }[]
}

/** Resolves with a problem when the check could not begin; a step that fails is a result, not a problem. */
export async function runCheck(
  order: CheckOrder,
  say: (word: Word) => void,
): Promise<Problem | undefined> {
  const { build } = order
  try {
    const [{ visit }, { default: component }, { default: plan }] = await Promise.all([
      testingDoor(),
      loadModule(build, build.entry),
      loadModule(build, order.check),
    ])
    await runSteps(plan as CheckPlan, { visit, component }, say)
    return undefined
  } catch (error) {
    return toProblem(error, { files: Object.keys(build.outputs) })
  }
}

// A step builds on those before it: what follows a failed one would only fail for the same reason.
async function runSteps(plan: CheckPlan, tools: object, say: (word: Word) => void): Promise<void> {
  const tell = (step: StepResult) => say({ word: 'step', step })
  let failed = false
  for (const { id, title, hint, run } of plan.steps) {
    const step = hint === undefined ? { id, title } : { id, title, hint }
    if (failed) {
      tell({ id, title, state: 'skipped' })
      continue
    }
    say({ word: 'begun', step })
    try {
      await run(tools)
      tell({ id, title, state: 'passed' })
    } catch (error) {
      failed = true
      tell({
        ...step,
        state: 'failed',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
}
