/** Says which handler blocked the process, as far as that is known. */
import type { Problem } from '../types.ts'
import type { Definition } from './definition.ts'
import type { Looping } from './looping.ts'

export function blockedProblem(
  running: { component: string; handler: string } | undefined,
  looping: Looping | undefined,
  definition?: Definition,
): Problem {
  const stop = looping?.loop
  const caller = looping?.caller
  // The view after a handler runs within the same task.
  const known = caller?.name === VIEW ? undefined : running
  const component = known?.component ?? caller?.component
  const handler = known?.handler ?? caller?.name
  const who =
    component && handler ? `${component}.${handler}` : (handler ?? component ?? 'Your code')
  const where = stop ? ` at ${stop.file}:${stop.line}` : ''
  const whence = definition ? ` (${definition.file}:${definition.line})` : ''
  const problem: Problem = {
    owner: 'app',
    code: 'loop',
    message: `${who}${whence} ran for 2 seconds without a pause${where}, so its process was ended. It must return, or await something that takes time, before the server can answer anyone else; to await a value that is ready is no pause. Change it, and the page goes on with its state.`,
    source: 'runtime',
  }
  if (component) problem.component = component
  if (handler) problem.handler = handler
  const place = stop ?? definition
  return place ? { ...problem, file: place.file, line: place.line, column: place.column } : problem
}

const VIEW = 'getTemplate'
