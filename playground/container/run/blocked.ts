/** Says which handler held the process, as far as that is known. */
import type { Problem } from '../types.ts'
import type { Definition } from './definition.ts'
import type { Stop } from './interrupt.ts'

export function blockedProblem(
  running: { component: string; handler: string } | undefined,
  stop: Stop | undefined,
  definition?: Definition,
): Problem {
  const component = running?.component ?? stop?.component
  const handler = running?.handler ?? stop?.name
  const who =
    component && handler ? `${component}.${handler}` : (handler ?? component ?? 'Your code')
  const where = stop ? ` at ${stop.file}:${stop.line}` : ''
  const whence = definition ? ` (${definition.file}:${definition.line})` : ''
  const problem: Problem = {
    owner: 'app',
    code: 'loop',
    message: `${who}${whence} ran for 2 seconds without a pause${where}, so its process was ended. A handler must return, or await something, before anybody else is served. Change it, and the page goes on with its state.`,
    source: 'runtime',
  }
  if (component) problem.component = component
  if (handler) problem.handler = handler
  const place = stop ?? definition
  return place ? { ...problem, file: place.file, line: place.line, column: place.column } : problem
}
