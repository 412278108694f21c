/** Rows that move from one keyed list to another list of their component, with everything that is in their nodes. */
import type { Op } from '../protocol/ops.ts'
import { build } from '../template/build.ts'
import { type Instance, Rows, StreamRows } from '../template/instances.ts'
import type { Rendered } from '../template/rendered.ts'
import { insertOps } from './insert.ts'
import type { Patch } from './patch.ts'
import { release } from './release.ts'

/** Rows that leave and rows that arrive: which of them are the same is known once the whole component is compared. */
export class Crossing {
  readonly leaving: Instance[] = []
  readonly coming: Coming[] = []
}

/** Rows of one list, side by side, that will be put into child slot `slot` by the ops at place `at`. */
export interface Coming {
  at: number
  slot: number
  /** The rows' places in the list: where their instances go, their keys and their runs. */
  from: number
  to: number
  rows: Instance[]
  keys: readonly string[]
  runs: readonly (Rendered | Instance)[]
  /** The row that each is put before, 0 for the end; without it all are put at the end. */
  next: readonly number[] | undefined
}

/** A row that leaves, with the row that is removed: itself, or one that contains it. */
interface Left {
  row: Instance
  rows: Rows | undefined
  outer: Instance
  isInner: boolean
}

/** Puts in rows that arrive and releases rows that left. Returns the rows that only moved, with their new runs. */
export function settle({ leaving, coming }: Crossing, patch: Patch): Map<Instance, Rendered> {
  const crossed = new Map<Instance, Rendered>()
  if (coming.length > 0) {
    const left = new Map<string, Left | undefined>()
    for (const row of leaving) enter(left, { row, rows: undefined, outer: row, isInner: false })
    const late = new Set<number>()
    const ops = patch.ops.splice(0)
    let done = 0
    for (const { at, slot, from, to, rows, keys, runs, next } of coming) {
      while (done < at) patch.ops.push(ops[done++]!)
      for (let i = from; i < to; i++) {
        const run = runs[i] as Rendered
        const key = keys[i]!
        const before = next ? next[i]! : 0
        const known = left.size > 0 && slot + before > 0 ? cross(key, run, false) : undefined
        const row = (rows[i] = known ?? build(run, key, patch))
        if (!known && left.size > 0) crossInto(row, row.key !== '')
        insertOps(slot, row, before, patch, undefined, crossed)
      }
    }
    while (done < ops.length) patch.ops.push(ops[done++]!)
    if (crossed.size > 0) putOff(patch.ops, crossed, late)

    /** The row that is the same as an arriving one, if it is among those that left. */
    function cross(key: string, run: Rendered, isInner: boolean): Instance | undefined {
      const found = left.get(key)
      // Inner rows may be numbered from 1 in each outer row: if the outer rows are not the same, neither are the inner ones.
      if (!found || found.row.template !== run.template || (isInner && found.isInner))
        return undefined
      left.delete(key)
      crossed.set(found.row, run)
      if (found.rows) {
        found.rows.rows = found.rows.rows.filter((row) => row !== found.row)
        late.add(found.outer.base)
      }
      return found.row
    }

    function crossInto({ shown }: Instance, isInner: boolean) {
      for (const child of shown) {
        if (!(child instanceof Rows) || child instanceof StreamRows) continue
        for (const [i, row] of child.rows.entries()) {
          const known = cross(row.key, row.source, isInner)
          if (known) {
            child.rows[i] = known
            release(new Rows([row]), patch)
          } else crossInto(row, isInner || row.key !== '')
        }
      }
    }
  }
  const gone = leaving.filter((row) => !crossed.has(row))
  if (gone.length > 0) release(new Rows(gone), patch)
  return crossed
}

// By key. A branch has none, and among rows with the same key it is unknown which one is meant.
function enter(left: Map<string, Left | undefined>, one: Left) {
  const { row, outer } = one
  if (row.key !== '') left.set(row.key, left.has(row.key) ? undefined : one)
  const isInner = one.isInner || row.key !== ''
  for (const rows of row.shown) {
    if (!(rows instanceof Rows) || rows instanceof StreamRows) continue
    for (const inner of rows.rows) enter(left, { row: inner, rows, outer, isInner })
  }
}

// A row that has moved is not removed, and what contained it is removed only after the move.
function putOff(ops: Op[], crossed: ReadonlyMap<Instance, unknown>, late: ReadonlySet<number>) {
  const bases = new Set([...crossed.keys()].map(({ base }) => base))
  const all = ops.splice(0)
  const isLate = (op: Op) => op.op === 'remove' && late.has(op.base)
  for (const op of all) if (!isLate(op) && !(op.op === 'remove' && bases.has(op.base))) ops.push(op)
  for (const op of all) if (isLate(op)) ops.push(op)
}
