/** Drops what a stream's rows held once it was sent: a row is then its key, its template and its place. */
import { FadedRun, UNKNOWN } from '../template/packed.ts'
import { Rendered } from '../template/rendered.ts'
import {
  type Hole,
  type Instance,
  RawHole,
  type Region,
  Rows,
  type StreamRows,
} from '../template/shown.ts'
import type { Template } from '../template/template.ts'
import { release } from './release.ts'

/** What an instance without structure shows once it is forgotten: shared, never written to. */
export const NOTHING: Instance['shown'] = []

/** What was new of these streams has been sent. */
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

/** Whether nothing is known of a run but its template. */
export const isForgotten = (run: Rendered): boolean =>
  run instanceof FadedRun || forgotten.get(run.template) === run

/** Takes out of the rows those that can't be painted, since their contents did not come again. */
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
  for (const [i, hole] of shown.entries()) {
    if (hole instanceof RawHole) hole.markup = UNKNOWN
    else if (hole instanceof Rows) for (const row of hole.rows) forget(row)
    else shown[i] = undefined
  }
}

const isStructure = (hole: Hole | null | undefined) =>
  hole instanceof Rows || hole instanceof RawHole

// One run for all forgotten instances of a template: it holds no values.
function runOf(template: Template): Rendered {
  let run = forgotten.get(template)
  if (!run) forgotten.set(template, (run = new Rendered(template, [])))
  return run
}

const forgotten = new WeakMap<Template, Rendered>()
