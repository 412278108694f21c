/** Finds a handler in a stream's row that was forgotten: the row is made again, and the same way is taken in it. */
import { holeValue } from '../template/build.ts'
import { Rendered } from '../template/rendered.ts'
import { type Hole, type Instance, Rows, StreamRows } from '../template/shown.ts'
import { List } from '../template/values.ts'

/** Where a template's instance stands in its row: slot by slot, with the key in each. */
interface Way {
  rows: StreamRows
  row: Instance
  steps: { slot: number; key: string }[]
}

/** The handler as the row holds it now, and whose it is; undefined when the row or the place in it is gone. */
export function refilledHandler(
  root: Hole,
  instance: Instance,
  index: number,
): Handler | undefined | Promise<Handler | undefined> {
  const way = wayIn(root, instance)
  const made = way?.rows.source.rowOf(way.row.key)
  return made instanceof Promise
    ? made.then((rendered) => handlerAt(way!, rendered, instance, index))
    : handlerAt(way, made, instance, index)
}

export interface Handler {
  handler: unknown
  owner: object | undefined
}

function handlerAt(
  way: Way | undefined,
  made: Rendered | undefined,
  { template }: Instance,
  index: number,
): Handler | undefined {
  let at = made
  for (const { slot, key } of way?.steps ?? []) at = at && inside(at, slot, key)
  const place = template.slots[index]
  if (at?.template !== template || place?.kind !== 'handler') return undefined
  return { handler: at.values[place.value], owner: at.owner }
}

function inside({ template, values }: Rendered, index: number, key: string): Rendered | undefined {
  const slot = template.slots[index]
  if (slot?.kind !== 'hole') return undefined
  const value = holeValue(values[slot.value], slot)
  if (value instanceof Rendered) return key === '' ? value : undefined
  return value instanceof List ? value.rows[value.keys.indexOf(key)] : undefined
}

function wayIn(hole: Hole | null | undefined, sought: Instance): Way | undefined {
  if (!(hole instanceof Rows)) return undefined
  for (const row of hole.rows) {
    const isStream = hole instanceof StreamRows
    if (row === sought && isStream) return { rows: hole, row, steps: [] }
    for (const [slot, inner] of row.shown.entries()) {
      const way = isStream ? stepsIn(inner, slot, sought) : wayIn(inner, sought)
      if (Array.isArray(way)) return { rows: hole as StreamRows, row, steps: way }
      if (way) return way
    }
  }
  return undefined
}

function stepsIn(
  hole: Hole | null | undefined,
  slot: number,
  sought: Instance,
): Way['steps'] | undefined {
  if (!(hole instanceof Rows)) return undefined
  for (const row of hole.rows) {
    const step = { slot, key: row.key }
    if (row === sought) return [step]
    for (const [i, inner] of row.shown.entries()) {
      const deeper = stepsIn(inner, i, sought)
      if (deeper) return [step, ...deeper]
    }
  }
  return undefined
}
