/** Compares what the tab shows with a new run, slot by slot, and makes the ops for the difference. */
import { keepsPlace } from '../protocol/keeps-place.ts'
import {
  attributeText,
  build,
  buildChild,
  buildStream,
  type ChildValue,
  childValue,
} from '../template/build.ts'
import {
  type ChildContent,
  Instance,
  RawContent,
  Region,
  Rows,
  StreamRows,
} from '../template/instances.ts'
import { Rendered } from '../template/rendered.ts'
import { SharedRun } from '../template/shared-run.ts'
import { StreamList } from '../template/stream.ts'
import type { AttributeSlot } from '../template/template.ts'
import { List, type Raw } from '../template/values.ts'
import { attributeOp } from './attribute-op.ts'
import { type Coming, Crossing, settle } from './cross.ts'
import { insertOps, mountOps } from './insert.ts'
import { type KeptRow, orderOf } from './order.ts'
import type { Patch as Told } from './patch.ts'
import { NOTHING, release } from './release.ts'

interface Patch extends Told {
  /** Made when a row leaves or arrives, which is rare. */
  crossing: Crossing | undefined
}

/** Brings a component's root slot to `value`; the ops count as sent with frame `frame`. */
export function diffRegion(value: ChildValue, { region, frame, ops }: Told): void {
  if (region.packed !== undefined)
    throw new Error(
      `Expected component ${region.id} to be unpacked, received it packed. Unpack it first.`,
    )
  const patch: Patch = { region, frame, ops, crossing: undefined }
  const { root } = region
  const only = root instanceof Rows && root.rows.length === 1 ? root.rows[0] : undefined
  // Usually the same template with other values.
  if (
    only?.key === '' &&
    !(root instanceof StreamRows) &&
    value instanceof Rendered &&
    only.template === value.template
  ) {
    diffInstance(only, value, patch)
  } else region.root = diffChild(0, root, value, patch)
  // Rows that moved may themselves have rows that leave and arrive.
  while (patch.crossing) {
    const { crossing } = patch
    patch.crossing = undefined
    for (const [row, run] of settle(crossing, patch)) diffInstance(row, run, patch)
  }
  region.mayDiffer = false
}

/** Changes one child slot to a new value and returns its new content. */
function diffChild(
  slot: number,
  shown: ChildContent,
  value: ChildValue,
  patch: Patch,
): ChildContent {
  if (typeof value === 'string') return toText(slot, shown, value, patch)
  if (value instanceof Rendered) return toRows(slot, shown, [''], [value], patch)
  if (value instanceof StreamList) return toStream(slot, shown, value, patch)
  if (value instanceof List) return toRows(slot, shown, value.keys, value.rows, patch)
  if (value instanceof Region) return toRegion(slot, shown, value, patch)
  return toRaw(slot, shown, value, patch)
}

function toText(slot: number, shown: ChildContent, text: string, patch: Patch): ChildContent {
  if (shown === text) return shown
  if (typeof shown !== 'string') {
    empty(slot, shown, patch)
    if (text === '') return text
  }
  patch.ops.push({ op: 'setText', slot, text })
  return text
}

function toRaw(slot: number, shown: ChildContent, value: Raw, patch: Patch): ChildContent {
  const raw = buildChild(value, patch) as RawContent
  if (shown instanceof RawContent && shown.markup === raw.markup) return shown
  release(shown, patch)
  patch.ops.push({ op: 'setHTML', slot, html: raw.markup })
  return raw
}

function toRegion(slot: number, shown: ChildContent, region: Region, patch: Patch): ChildContent {
  if (shown === region) return region
  if (shown !== '') empty(slot, shown, patch)
  mountOps(slot, region, patch)
  return region
}

/** Removes everything that a child slot holds. */
function empty(slot: number, shown: ChildContent, patch: Patch) {
  if (typeof shown === 'string') patch.ops.push({ op: 'setText', slot, text: '' })
  else if (shown instanceof Rows) {
    for (const row of shown.rows) patch.ops.push({ op: 'remove', base: row.base })
  } else patch.ops.push({ op: 'setHTML', slot, html: '' })
  if (shown instanceof Rows && !(shown instanceof StreamRows)) leave(shown.rows, patch)
  else release(shown, patch)
}

function leave(rows: readonly Instance[], patch: Patch) {
  patch.crossing ??= new Crossing()
  for (const row of rows) patch.crossing.leaving.push(row)
}

function toRows(
  slot: number,
  shown: ChildContent,
  keys: readonly string[],
  rows: readonly Rendered[],
  patch: Patch,
): ChildContent {
  if (!(shown instanceof Rows) || shown instanceof StreamRows) {
    if (shown !== '') empty(slot, shown, patch)
    const fresh = new Rows(new Array(rows.length))
    const arrival = { slot, keys, runs: rows, next: undefined }
    for (let i = 0; i < rows.length; i++) come(fresh, i, arrival, patch)
    return fresh
  }
  diffRows(slot, shown, keys, rows, patch)
  return shown
}

/** Rows that are not new stay as they are; content that is no longer in memory and not shown comes with a later run. */
function toStream(slot: number, shown: ChildContent, list: StreamList, patch: Patch): ChildContent {
  if (!(shown instanceof StreamRows) || shown.source !== list.source) {
    if (shown !== '') empty(slot, shown, patch)
    const built = buildStream(list, patch)
    for (const row of built.rows) insertOps(slot, row, 0, patch)
    return built
  }
  if (shown.version === list.version) return shown
  const standing = new Map<string, Row>(shown.rows.map((row) => [row.key, row]))
  const names = list.source.names()
  const rows = names.map((key) => list.fresh.get(key) ?? standing.get(key))
  list.source.want(names.filter((_, i) => !rows[i]))
  const keys = names.filter((_, i) => rows[i])
  diffRows(
    slot,
    shown,
    keys,
    rows.filter((row) => row !== undefined),
    patch,
  )
  shown.version = list.version
  shown.unsent.add(list)
  return shown
}

/** What a row must become: a run to compare with, or the instance itself if nothing in it changes. */
type Row = Rendered | Instance

function diffRows(
  slot: number,
  shown: Rows,
  keys: readonly string[],
  rows: readonly Row[],
  patch: Patch,
) {
  if (sameOrder(shown.rows, keys, rows)) {
    for (let i = 0; i < rows.length; i++) diffInstance(shown.rows[i]!, rows[i]!, patch)
  } else reorder(slot, shown, keys, rows, patch)
}

function sameOrder(shown: readonly Instance[], keys: readonly string[], rows: readonly Row[]) {
  if (shown.length !== keys.length) return false
  for (let i = 0; i < shown.length; i++) {
    const row = shown[i]!
    if (row.key !== keys[i] || row.template !== rows[i]!.template) return false
  }
  return true
}

/** Keeps rows by key, moves as few as possible, and adds or removes the rest. */
function reorder(
  slot: number,
  list: Rows,
  keys: readonly string[],
  rows: readonly Row[],
  patch: Patch,
) {
  const positions = new Map<string, number>()
  for (const [i, row] of list.rows.entries()) positions.set(row.key, i)
  const kept = new Set<number>()
  // The old position of each new row; -1 for one that must be built.
  const from = keys.map((key, i) => {
    const at = positions.get(key)
    if (at === undefined || list.rows[at]!.template !== rows[i]!.template) return -1
    kept.add(at)
    return at
  })
  for (const [i, row] of list.rows.entries()) {
    if (kept.has(i)) continue
    patch.ops.push({ op: 'remove', base: row.base })
    if (list instanceof StreamRows) release(new Rows([row]), patch)
    else leave([row], patch)
  }
  let still = keepsPlace(from)
  let next = nextStill(still, from, list.rows)
  const order = orderOf(slot, keptRows(from, still, next, list.rows))
  if (order) {
    patch.ops.push(order)
    // All old rows are in order by now: new ones are put between them.
    still = from.map((at) => at !== -1)
    next = nextStill(still, from, list.rows)
  }
  const shown = list.rows
  list.rows = new Array(keys.length)
  const arrival = { slot, keys, runs: rows, next }
  for (const [i, at] of from.entries()) {
    if (at === -1) {
      come(list, i, arrival, patch)
      continue
    }
    const row = (list.rows[i] = shown[at]!)
    if (!still[i]) patch.ops.push({ op: 'move', base: row.base, before: next[i]! })
    diffInstance(row, rows[i]!, patch)
  }
}

// A row of a stream is forgotten once it was sent: it can't be compared with a row that arrives elsewhere.
function come(list: Rows, index: number, coming: Arrival, patch: Patch) {
  const { ops } = patch
  const { rows } = list
  if (list instanceof StreamRows) {
    const row = (rows[index] = build(coming.runs[index] as Rendered, coming.keys[index]!, patch))
    return insertOps(coming.slot, row, coming.next![index]!, patch)
  }
  const { coming: all } = (patch.crossing ??= new Crossing())
  const beside = all.at(-1)
  const isBeside = beside?.rows === rows && beside.to === index && beside.at === ops.length
  if (isBeside) beside.to++
  else all.push({ ...coming, at: ops.length, from: index, to: index + 1, rows })
}

type Arrival = Pick<Coming, 'slot' | 'keys' | 'runs' | 'next'>

function keptRows(
  from: readonly number[],
  still: readonly boolean[],
  next: readonly number[],
  shown: readonly Instance[],
): KeptRow[] {
  return from.flatMap((at, i) =>
    at === -1 ? [] : [{ base: shown[at]!.base, stays: still[i]!, next: next[i]! }],
  )
}

// Rows are placed from first to last, each before the next one that stays, so that their order is right.
function nextStill(
  still: readonly boolean[],
  from: readonly number[],
  shown: readonly Instance[],
): number[] {
  const next = new Array<number>(still.length)
  let base = 0
  for (let i = still.length - 1; i >= 0; i--) {
    next[i] = base
    if (still[i]) base = shown[from[i]!]!.base
  }
  return next
}

/** Compares two runs of one template. */
function diffInstance(instance: Instance, rendered: Row, patch: Patch) {
  const before = instance.source
  if (rendered instanceof Instance) return
  const { mayDiffer } = patch.region
  // The same run, or a copy of it.
  if (rendered.values === before.values && !mayDiffer) return
  if (instance.shown === NOTHING) instance.shown = []
  const { slots } = instance.template
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!
    if (slot.kind === 'handler') continue
    const number = instance.base + 1 + i
    if (slot.kind === 'child') {
      const value = rendered.values[slot.value]
      const shown = instance.shown[i]
      // The same primitive gave the same text; most slots of most rows end here.
      const isSame = value === before.values[slot.value]
      if (isSame && (typeof shown === 'string' || (!mayDiffer && isStill(value)))) continue
      const next = typeof value === 'number' ? String(value) : childValue(value, slot)
      if (typeof next === 'string' && typeof shown === 'string') {
        if (next !== shown) patch.ops.push({ op: 'setText', slot: number, text: next })
        instance.shown[i] = next
        continue
      }
      const known = shown === undefined ? forgottenText(number, next, patch) : shown!
      instance.shown[i] = diffChild(number, known, next, patch)
    } else diffAttribute(instance, i, slot, rendered, patch)
  }
  const run = rendered.taken()
  run.since = patch.frame
  // A tab that has not seen the new run may still send events of the old one; its handlers are kept until it has.
  run.previous = before.since === patch.frame ? before.previous : before
  if (run.previous && !before.previous) (patch.region.outdated ??= []).push(instance)
  instance.source = run
}

// It contains no component or stream, which could have changed by itself.
const isStill = (value: unknown) =>
  value instanceof SharedRun || (value instanceof List && value.rows[0] instanceof SharedRun)

// A forgotten text can't be compared, so it is always written.
function forgottenText(slot: number, next: ChildValue, patch: Patch): string {
  const text = typeof next === 'string' ? next : ''
  patch.ops.push({ op: 'setText', slot, text })
  return text
}

function diffAttribute(
  instance: Instance,
  index: number,
  slot: AttributeSlot,
  rendered: Rendered,
  patch: Patch,
) {
  const shown = instance.shown[index] as string | null | undefined
  const text = attributeText(slot, rendered.values)
  if (shown === text) return
  patch.ops.push(attributeOp(instance.base + 1 + index, slot, shown ?? null, text))
  if (slot.property) (instance.sent ??= new Map()).set(index, patch.frame)
  instance.shown[index] = text
}

/** The tab has acknowledged this frame: it sends no more events of what was shown before. */
export function dropOutdated(region: Region, acknowledged: number): void {
  const still: Instance[] = []
  for (const instance of region.outdated!) {
    let seen: Rendered | undefined = instance.source
    while (seen && seen.since > acknowledged) seen = seen.previous
    if (seen) seen.previous = undefined
    if (instance.source.previous) still.push(instance)
  }
  region.outdated = still.length > 0 ? still : undefined
}
