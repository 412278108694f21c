/** Runs the steps of a lesson's check on the reader's component and reports each result. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, StepTools } from 'telar/testing'
import type { Problem } from '../types.ts'
import { testingDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import { loadModule } from './load.ts'
import type { ProcessCommand, ProcessEvent } from './process-messages.ts'

type CheckCommand = Extract<ProcessCommand, { type: 'check' }>

/**
 * Resolves with a problem when the check could not start; a step that fails is a result, not a problem. `begun`: everything is
 * loaded, and a step starts.
 */
export async function runCheck(
  command: CheckCommand,
  say: (event: ProcessEvent) => void,
  begun: () => void,
): Promise<Problem | undefined> {
  const { build } = command
  try {
    const [testing, { default: component }, { default: plan }] = await Promise.all([
      testingDoor(),
      loadModule(build, build.entry),
      loadModule(build, command.check),
    ])
    if (!isPlan(plan)) return noPlan(command.check)
    let at = 0
    const begin = () => {
      begun()
      const { id, title, hint } = plan.steps[at++] ?? {}
      // Reported beforehand, so that a step that never ends can be named.
      const said = typeof hint === 'string' ? { hint } : {}
      if (id && title) say({ type: 'begun', step: { id, title, ...said } })
    }
    begin()
    const subject = {
      // Whatever the reader exports: the check's own steps report if it is not a component.
      component: component as StepTools['component'],
      files: texts(command),
    }
    for await (const step of testing.runCheck(plan, subject)) {
      say({ type: 'step', step })
      if (step.state === 'passed') begin()
    }
    return undefined
  } catch (error) {
    return toProblem(error, { files: Object.keys(build.outputs) })
  }
}

const isPlan = (plan: unknown): plan is Check =>
  Array.isArray((plan as Partial<Check> | undefined)?.steps)

const texts = ({ root, files }: CheckCommand) =>
  Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

const noPlan = (file: string): Problem => ({
  owner: 'app',
  code: 'check-malformed',
  message: `Expected a check as the default export of ${file}, received none. Write \`export default check([step(…), …])\`.`,
  file,
  line: 1,
  column: 1,
  source: 'compile',
})
