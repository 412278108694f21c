/** Orders the console's lines by run and leaves out what only typing caused. */
import type { ConsoleLine } from '../container/types.ts'

export interface Run {
  readonly run: number
  /** Epoch milliseconds of its first line. */
  readonly from: number
  readonly lines: readonly ConsoleLine[]
}

/**
 * Runs in their order. Each pause in typing is a run: what was wrong in one goes with the next, or a console
 * would hold little else. Why code does not start stands among the problems alone.
 */
export function runsOf(lines: readonly ConsoleLine[]): readonly Run[] {
  const newest = lines.reduce((most, line) => Math.max(most, line.run), 0)
  const runs = new Map<number, ConsoleLine[]>()
  for (const line of lines) {
    const { problem } = line
    if (problem && (line.run !== newest || problem.source === 'compile')) continue
    runs.set(line.run, [...(runs.get(line.run) ?? []), line])
  }
  return [...runs]
    .sort(([one], [other]) => one - other)
    .map(([run, printed]) => ({ run, from: printed[0]!.at, lines: printed }))
}

/** The line's text without the place at its end, which stands beside it as a button. */
export function textOf({ text, problem }: ConsoleLine): string {
  if (problem?.file === undefined) return text
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const end = ` (${place.join(':')})`
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}
