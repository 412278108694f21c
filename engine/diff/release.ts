/** Releases instances, once the tab can no longer call their handlers, and the contents of a stream's rows, once they were sent. */
import type { BuildTarget } from '../template/build.ts'
import {
  type ChildContent,
  type Gone,
  type Instance,
  RawContent,
  type Region,
  Rows,
  StreamRows,
} from '../template/instances.ts'
import { FadedRun, UNKNOWN } from '../template/packed.ts'
import { Rendered } from '../template/rendered.ts'
import type { Template } from '../template/template.ts'

/** The content of a child slot is gone with frame `place.frame`. Its components are unmounted by their tree, not here. */
export function release(child: ChildContent, place: BuildTarget): void {
  if (!(child instanceof Rows)) return
  const { region, frame } = place
  const gone = child.rows.map((instance) => ({ instance, frame }))
  region.gone = region.gone.length === 0 ? gone : append(region.gone as Gone[], gone)
  if (region.streams.size > 0) leaveStreams(child, region)
}

// In place: a list of ten thousand rows may be emptied row by row.
function append(all: Gone[], more: readonly Gone[]): Gone[] {
  for (const one of more) all.push(one)
  return all
}

// A stream that left the page needs all its contents again where it is shown next.
function leaveStreams(child: Rows, region: Region) {
  if (child instanceof StreamRows && region.streams.has(child)) {
    region.streams = new Set([...region.streams].filter((one) => one !== child))
    child.source.left(child)
  }
  for (const { shown } of child.rows) {
    for (const inner of shown) if (inner instanceof Rows) leaveStreams(inner, region)
  }
}

/** Releases the slots of instances whose removal the tab has acknowledged. */
export function reclaim(region: Region, acknowledged: number): void {
  if (region.gone.length === 0) return
  const waiting: Gone[] = []
  for (const entry of region.gone) {
    if (entry.frame > acknowledged) waiting.push(entry)
    else giveBack(entry.instance, region)
  }
  region.gone = waiting
}

function giveBack(instance: Instance, region: Region) {
  region.giveSlots(instance.base, instance.template.slots.length)
  for (const child of instance.shown) {
    if (child instanceof Rows) for (const row of child.rows) giveBack(row, region)
  }
}

/** What a forgotten instance without structure shows: shared, never changed. */
export const NOTHING: Instance['shown'] = []

/** The new rows of these streams have been sent. */
export function forgetSent(streams: Iterable<StreamRows>): void {
  for (const rows of streams) {
    if (rows.unsent.size === 0) continue
    const sent = new Set<string>()
    for (const list of rows.unsent) {
      for (const key of list.fresh.keys()) sent.add(key)
      list.fresh.clear()
    }
    rows.unsent.clear()
    for (const row of rows.rows) if (sent.has(row.key)) forget(row)
    rows.source.sent(rows.version)
  }
}

/** Whether only the template of a run is known. */
export const isForgotten = (run: Rendered): boolean =>
  run instanceof FadedRun || forgotten.get(run.template) === run

/** Removes the rows that can't be painted because their contents were not returned. */
export function dropForgotten(rows: StreamRows, region: Region, frame: number): void {
  const gone = rows.rows.filter(({ source }) => isForgotten(source))
  if (gone.length === 0) return
  rows.rows = rows.rows.filter(({ source }) => !isForgotten(source))
  rows.version = -1
  release(new Rows(gone), { region, frame })
}

function forget(instance: Instance) {
  const { template, shown } = instance
  instance.source = runOf(template)
  if (!shown.some(isStructure)) {
    instance.shown = NOTHING
    return
  }
  for (const [i, child] of shown.entries()) {
    if (child instanceof RawContent) child.markup = UNKNOWN
    else if (child instanceof Rows) for (const row of child.rows) forget(row)
    else shown[i] = undefined
  }
}

const isStructure = (child: ChildContent | null | undefined) =>
  child instanceof Rows || child instanceof RawContent

// One run for all forgotten instances of a template: it holds no values.
function runOf(template: Template): Rendered {
  let run = forgotten.get(template)
  if (!run) forgotten.set(template, (run = new Rendered(template, [])))
  return run
}

const forgotten = new WeakMap<Template, Rendered>()
