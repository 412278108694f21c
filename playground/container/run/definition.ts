/** Finds where a handler is written, for when nobody can tell at which line it stands. */
import { type Position, positionAt } from './position.ts'

export interface Definition extends Position {
  file: string
}

/** The first method or field named `handler` in the class `component`; undefined when there is none. */
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

const escaped = (text: string) => text.replace(/[$.*+?^()[\]{}|\\]/g, '\\$&')
