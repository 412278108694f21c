/** Orders the console's lines by run. */
import type { ConsoleLine } from '../container/types.ts'

export interface Run {
  readonly run: number
  /** Epoch milliseconds of its first line. */
  readonly from: number
  readonly lines: readonly ConsoleLine[]
}

/** Runs in their order; while one replaces another, lines of both may alternate. */
export function runsOf(lines: readonly ConsoleLine[]): readonly Run[] {
  const runs = new Map<number, ConsoleLine[]>()
  for (const line of lines) runs.set(line.run, [...(runs.get(line.run) ?? []), line])
  return [...runs]
    .sort(([one], [other]) => one - other)
    .map(([run, printed]) => ({ run, from: printed[0]!.at, lines: printed }))
}

/** The line's text without the place at its end, which is shown next to it as a button. */
export function textOf({ text, problem }: ConsoleLine): string {
  if (problem?.file === undefined) return text
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  const end = ` (${place.join(':')})`
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}
