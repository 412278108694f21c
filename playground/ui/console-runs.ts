/** Orders the console's lines by run and leaves out what only typing caused. */
import type { ConsoleLine } from '../container/types.ts'

export interface Run {
  readonly run: number
  /** Epoch milliseconds of its first line. */
  readonly from: number
  readonly lines: readonly ConsoleLine[]
}

/**
 * Runs in their order. Each pause in typing is a run, and most of those do not start: why goes
 * with the next one, or a console would hold little else.
 */
export function runsOf(lines: readonly ConsoleLine[]): readonly Run[] {
  const newest = lines.reduce((most, line) => Math.max(most, line.run), 0)
  const runs = new Map<number, ConsoleLine[]>()
  for (const line of lines) {
    if (line.run !== newest && isOfTyping(line)) continue
    runs.set(line.run, [...(runs.get(line.run) ?? []), line])
  }
  return [...runs]
    .sort(([one], [other]) => one - other)
    .map(([run, printed]) => ({ run, from: printed[0]!.at, lines: printed }))
}

// Code that was running when it failed has a component; code that never started has none.
const isOfTyping = ({ problem }: ConsoleLine) =>
  problem?.owner === 'app' && problem.component === undefined && problem.handler === undefined

/** The line's text without the place at its end, which stands beside it as a button. */
export function textOf({ text, problem }: ConsoleLine): string {
  if (problem?.file === undefined) return text
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const end = ` (${place.join(':')})`
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}
