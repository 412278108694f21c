/** Chooses between single moves and one order of a child slot's rows, whichever takes fewer bytes. */
import { width, zigzag } from '../protocol/bytes.ts'
import { MAX_ROWS } from '../protocol/opcodes.ts'
import type { Op } from '../protocol/ops.ts'
import { orderWidth } from '../protocol/runs.ts'

/** A row that was in the child slot before: where it goes, unless it stays. */
export interface KeptRow {
  base: number
  stays: boolean
  /** The row that it must precede; 0 for the end. */
  next: number
}

/** The order of all kept rows, if it takes fewer bytes than moving those that do not stay. */
export function orderOf(list: number, rows: readonly KeptRow[]): Op | undefined {
  const moved = movesWidth(rows)
  if (moved === 0 || rows.length > MAX_ROWS) return undefined
  const bases = rows.map(({ base }) => base)
  return 1 + width(list) + orderWidth(bases) < moved ? { op: 'order', list, bases } : undefined
}

function movesWidth(rows: readonly KeptRow[]): number {
  let bytes = 0
  let previous = 0
  for (const { base, stays, next } of rows) {
    if (stays) continue
    bytes += 1 + width(zigzag(base - previous)) + (next === 0 ? 1 : width(zigzag(next - base)))
    previous = base
  }
  return bytes
}
