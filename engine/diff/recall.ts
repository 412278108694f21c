/** Tells a packed page's texts and handlers again from a run of the same state. */
import { attributeText, type HoleValue, holeValue } from '../template/build.ts'
import { normalise } from '../template/escape.ts'
import { FadedRun, hashOf, unpack } from '../template/packed.ts'
import { Rendered } from '../template/rendered.ts'
import { type Hole, type Instance, RawHole, type Region, Rows } from '../template/shown.ts'
import { List, Raw } from '../template/values.ts'

/**
 * Unpacks a region. What `value` gives as it was stands again. What comes out otherwise, since the view depends on more than
 * state, stays unknown and is sent by the next diff. `isSame`: the state is the one that was shown, so are the handlers.
 */
export function recall(region: Region, value: HoleValue, isSame: boolean): void {
  if (region.packed === undefined) return
  const rows = unpack(region.packed)
  region.packed = undefined
  region.root = rows
  region.mayDiffer = true
  recallHole(rows, value, isSame)
}

function recallHole(hole: Hole, value: HoleValue, isSame: boolean) {
  if (!(hole instanceof Rows)) return
  if (value instanceof Rendered) recallRow(hole.rows[0], '', value, isSame)
  else if (value instanceof List) recallList(hole.rows, value, isSame)
}

function recallList(rows: readonly Instance[], { keys, rows: runs }: List, isSame: boolean) {
  let byKey: Map<string, Rendered> | undefined
  for (const [i, row] of rows.entries()) {
    let run: Rendered | undefined = runs[i]
    if (keys[i] !== row.key) {
      byKey ??= new Map(keys.map((key, at) => [key, runs[at]!]))
      run = byKey.get(row.key)
    }
    recallRow(row, row.key, run, isSame)
  }
}

function recallRow(
  row: Instance | undefined,
  key: string,
  run: Rendered | undefined,
  isSame: boolean,
) {
  if (!run || row?.key !== key || row.template !== run.template) return
  const { shown, source } = row
  const now: (string | RawHole | null | undefined)[] = []
  for (const [i, slot] of row.template.slots.entries()) {
    if (slot.kind === 'handler') continue
    if (slot.kind === 'attribute') now[i] = attributeText(slot, run.values)
    else {
      const value = holeValue(run.values[slot.value], slot)
      recallHole(shown[i] ?? '', value, isSame)
      now[i] = typeof value === 'string' ? value : rawOf(value)
    }
  }
  // Where rows stand, no text is compared.
  const known = now.map((text, i) => (shown[i] instanceof Rows ? shown[i] : text))
  if (source instanceof FadedRun && hashOf(row.template, known) === source.hash) {
    for (const [i, text] of known.entries()) {
      if (row.template.slots[i]!.kind !== 'handler') shown[i] = text
    }
  }
  if (isSame) row.source = run.taken()
}

const rawOf = (value: HoleValue) =>
  value instanceof Raw ? new RawHole(normalise(value.markup)) : undefined
