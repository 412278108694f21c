/** Takes instances out of a component: their handlers answer until the tab has let go, then their slots are free. */
import type { Place } from '../template/build.ts'
import {
  type Gone,
  type Hole,
  type Instance,
  type Region,
  Rows,
  StreamRows,
} from '../template/shown.ts'

/** What a hole held is gone with frame `place.frame`. Components in it are unmounted by their tree, not here. */
export function release(hole: Hole, place: Place): void {
  if (!(hole instanceof Rows)) return
  const { region, frame } = place
  const gone = hole.rows.map((instance) => ({ instance, frame }))
  region.gone = region.gone.length === 0 ? gone : append(region.gone as Gone[], gone)
  if (region.streams.size > 0) leaveStreams(hole, region)
}

// In place: a list of ten thousand rows may be emptied row by row.
function append(all: Gone[], more: readonly Gone[]): Gone[] {
  for (const one of more) all.push(one)
  return all
}

// A stream that has gone from the page needs all its contents again where it comes next.
function leaveStreams(hole: Rows, region: Region) {
  if (hole instanceof StreamRows && region.streams.has(hole)) {
    region.streams = new Set([...region.streams].filter((one) => one !== hole))
    hole.source.left(hole)
  }
  for (const { shown } of hole.rows) {
    for (const inner of shown) if (inner instanceof Rows) leaveStreams(inner, region)
  }
}

/** Gives back the slots of instances whose removal the tab has acknowledged. */
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
  region.slots.give(instance.base, instance.template.slots.length)
  for (const hole of instance.shown) {
    if (hole instanceof Rows) for (const row of hole.rows) giveBack(row, region)
  }
}
