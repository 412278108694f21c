/** Says what was measured: a table for people and one line for programs. */
import { cpus } from 'node:os'

export type Unit =
  | 'score'
  | 'µs'
  | 'ms'
  | 'bytes'
  | 'KB'
  | 'shift'
  | 'index'
  | 'per second'
  | 'bytes per session'

export interface Row {
  case: string
  variant: string
  unit: Unit
  median: number
  /** How many samples the median is of. */
  n: number
}

/** A row with the spread that the table shows: the 10th and the 90th percentile. */
export interface Measured extends Row {
  p10: number
  p90: number
}

/** Puts samples of one case and variant into a row. */
export function measured(
  name: string,
  variant: string,
  unit: Unit,
  samples: readonly number[],
): Measured {
  const sorted = [...samples].sort((a, b) => a - b)
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantile(sorted, share))
  return { case: name, variant, unit, median: median!, p10: p10!, p90: p90!, n: samples.length }
}

export const medianOf = (samples: readonly number[]): number =>
  quantile(
    [...samples].sort((a, b) => a - b),
    0.5,
  )

/** How far two medians of the same thing lie apart, as a share of the larger one. */
export const apart = (some: readonly number[], others: readonly number[]): number => {
  const [a, b] = [medianOf(some), medianOf(others)]
  return Math.abs(a - b) / Math.max(a, b)
}

/** The value below which `share` of the sorted samples lie; between two of them, in proportion. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new Error('Expected samples, received none.')
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low)
}

/**
 * Prints the rows as a table and as the last line.
 * `noise` is how far two measurements of the same thing lay apart, as a share; null where nothing varies.
 */
export function report(suite: string, all: readonly Measured[], noise: number | null): void {
  // What is compared stands together.
  const cases = [...new Set(all.map((row) => row.case))]
  const rows = cases.flatMap((name) => all.filter((row) => row.case === name))
  const head = ['case', 'variant', 'median', 'p10', 'p90', 'n', 'unit']
  const lines = rows.map((row) => [
    row.case,
    row.variant,
    ...[row.median, row.p10, row.p90].map((value) => rounded(value, row.unit)),
    String(row.n),
    row.unit,
  ])
  const widths = head.map((word, i) =>
    Math.max(word.length, ...lines.map((line) => line[i]!.length)),
  )
  const isNumber = (i: number) => i >= 2 && i <= 5
  let previous = ''
  for (const line of [head, ...lines]) {
    if (previous !== '' && line[0] !== previous) console.log()
    previous = line[0]!
    console.log(
      line
        .map((word, i) => (isNumber(i) ? word.padStart(widths[i]!) : word.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
  }
  const plain: Row[] = rows.map(({ case: name, variant, unit, median, n }) => ({
    case: name,
    variant,
    unit,
    median: Number(rounded(median, unit)),
    n,
  }))
  const share = noise === null ? null : Number(noise.toFixed(3))
  console.log(
    `\nRESULT ${JSON.stringify({ suite, rows: plain, noise: share, ...circumstances() })}`,
  )
}

/** When and on what it was measured: figures of two machines are not to be compared. */
function circumstances() {
  const all = cpus()
  const processor = all[0]?.model.trim() ?? process.arch
  const versions = `Node ${process.versions.node}`
  return { at: new Date().toISOString(), machine: { processor, cores: all.length, versions } }
}

const rounded = (value: number, unit: Unit) => {
  // Layout shift is a share of the screen: 0.02 is much.
  if (unit === 'shift') return value.toFixed(3)
  return Math.abs(value) < 100 ? value.toFixed(1) : value.toFixed(0)
}
