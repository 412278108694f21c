/** Finds where a handler is defined, when the line that blocks is unknown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../types.ts'
import { type Position, positionAt } from './position.ts'
import type { BuiltFiles } from './process-messages.ts'

export interface Definition extends Position {
  file: string
}

/** The first method or field named `handler` in the class `component`; undefined if there is none. */
export function findDefinition(
  sources: Iterable<[file: string, code: string]>,
  component: string,
  handler: string,
): Definition | undefined {
  for (const [file, code] of sources) {
    const start = new RegExp(`\\bclass\\s+${escaped(component)}\\b`).exec(code)
    if (!start) continue
    const from = start.index + start[0].length
    const name = escaped(handler)
    const found = new RegExp(`^[ \\t]*(?:async\\s+)?(${name})\\s*(?:\\(|=)`, 'm').exec(
      code.slice(from),
    )
    if (!found) continue
    const at = from + found.index + found[0].indexOf(handler)
    return { file, ...positionAt(code, at) }
  }
  return undefined
}

/** The built modules under the reader's own names; lines and columns are those of the source. */
export const sourcesOf = ({ folder, outputs }: BuiltFiles): [file: string, code: string][] =>
  Object.entries(outputs).map(([file, output]) => [
    file,
    readFileSync(join(folder, output), 'utf8'),
  ])

/** A template is read after its view has returned, so it is in no stack: the view's own place is used instead. */
export function placedInView(problem: Problem, build: BuiltFiles): Problem {
  const { file, code, component } = problem
  if (file !== undefined || component === undefined || !code.startsWith('template-')) return problem
  const view = findDefinition(sourcesOf(build), component, 'getTemplate')
  return view ? { ...problem, owner: 'app', ...view } : problem
}

const escaped = (text: string) => text.replace(/[$.*+?^()[\]{}|\\]/g, '\\$&')
