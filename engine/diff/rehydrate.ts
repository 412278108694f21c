/** Restores what is not kept: a packed page's texts and handlers from a run of the same state, and the handler of a stream's row. */
import { attributeText, type ChildValue, childValue } from '../template/build.ts'
import { normalise } from '../template/escape.ts'
import {
  type ChildContent,
  type Instance,
  RawContent,
  type Region,
  Rows,
  StreamRows,
} from '../template/instances.ts'
import { FadedRun, hashOf, unpack } from '../template/packed.ts'
import { Rendered } from '../template/rendered.ts'
import { List, Raw } from '../template/values.ts'

/**
 * Unpacks a region. What `value` gives unchanged is known again. What differs, because the view depends on more than
 * state, stays unknown and is sent by the next diff. `isSame`: the state is the one that was shown, so are the handlers.
 */
export function rehydrate(region: Region, value: ChildValue, isSame: boolean): void {
  if (region.packed === undefined) return
  const rows = unpack(region.packed)
  region.packed = undefined
  region.root = rows
  region.mayDiffer = true
  rehydrateChild(rows, value, isSame)
}

function rehydrateChild(child: ChildContent, value: ChildValue, isSame: boolean) {
  if (!(child instanceof Rows)) return
  if (value instanceof Rendered) rehydrateRow(child.rows[0], '', value, isSame)
  else if (value instanceof List) rehydrateList(child.rows, value, isSame)
}

function rehydrateList(rows: readonly Instance[], { keys, rows: runs }: List, isSame: boolean) {
  let byKey: Map<string, Rendered> | undefined
  for (const [i, row] of rows.entries()) {
    let run: Rendered | undefined = runs[i]
    if (keys[i] !== row.key) {
      byKey ??= new Map(keys.map((key, at) => [key, runs[at]!]))
      run = byKey.get(row.key)
    }
    rehydrateRow(row, row.key, run, isSame)
  }
}

function rehydrateRow(
  row: Instance | undefined,
  key: string,
  run: Rendered | undefined,
  isSame: boolean,
) {
  if (!run || row?.key !== key || row.template !== run.template) return
  const { shown, source } = row
  const now: (string | RawContent | null | undefined)[] = []
  for (const [i, slot] of row.template.slots.entries()) {
    if (slot.kind === 'handler') continue
    if (slot.kind === 'attribute') now[i] = attributeText(slot, run.values)
    else {
      const value = childValue(run.values[slot.value], slot)
      rehydrateChild(shown[i] ?? '', value, isSame)
      now[i] = typeof value === 'string' ? value : rawOf(value)
    }
  }
  // Child slots with rows have no text to compare.
  const known = now.map((text, i) => (shown[i] instanceof Rows ? shown[i] : text))
  if (source instanceof FadedRun && hashOf(row.template, known) === source.hash) {
    for (const [i, text] of known.entries()) {
      if (row.template.slots[i]!.kind !== 'handler') shown[i] = text
    }
  }
  if (isSame) row.source = run.taken()
}

const rawOf = (value: ChildValue) =>
  value instanceof Raw ? new RawContent(normalise(value.markup)) : undefined

/** Where a template's instance is in its row: slot by slot, with the key in each. */
interface Way {
  rows: StreamRows
  row: Instance
  steps: { slot: number; key: string }[]
}

/** The handler as the row holds it now, and its component; undefined when the row or the place in it is gone. */
export function refilledHandler(
  root: ChildContent,
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
  if (slot?.kind !== 'child') return undefined
  const value = childValue(values[slot.value], slot)
  if (value instanceof Rendered) return key === '' ? value : undefined
  return value instanceof List ? value.rows[value.keys.indexOf(key)] : undefined
}

function wayIn(child: ChildContent | null | undefined, sought: Instance): Way | undefined {
  if (!(child instanceof Rows)) return undefined
  for (const row of child.rows) {
    const isStream = child instanceof StreamRows
    if (row === sought && isStream) return { rows: child, row, steps: [] }
    for (const [slot, inner] of row.shown.entries()) {
      const way = isStream ? stepsIn(inner, slot, sought) : wayIn(inner, sought)
      if (Array.isArray(way)) return { rows: child as StreamRows, row, steps: way }
      if (way) return way
    }
  }
  return undefined
}

function stepsIn(
  child: ChildContent | null | undefined,
  slot: number,
  sought: Instance,
): Way['steps'] | undefined {
  if (!(child instanceof Rows)) return undefined
  for (const row of child.rows) {
    const step = { slot, key: row.key }
    if (row === sought) return [step]
    for (const [i, inner] of row.shown.entries()) {
      const deeper = stepsIn(inner, i, sought)
      if (deeper) return [step, ...deeper]
    }
  }
  return undefined
}
