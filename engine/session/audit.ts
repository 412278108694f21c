/** Asks a tab, while nothing happens, whether it still shows what it was told, and says again what a script or an extension has changed. */
import type { ComponentNode } from '../component/node.ts'
import { repairOps } from '../diff/repair.ts'
import type { Json, Op } from '../protocol/ops.ts'
import type { Overlays } from './overlays.ts'

/** Milliseconds from one question to the next. */
const AGAIN_AFTER = 60_000
/** An extension that changes everything back must not keep both ends busy for ever. */
const MOST_REPAIRS = 200

/** The question. */
export const AUDIT = { kind: 'audit', target: '', name: '' } as const

export class Audit {
  private asked = Number.NEGATIVE_INFINITY
  private left = MOST_REPAIRS

  /** Whether the tab is to be asked now; it is not again for a while. */
  isDue(now: number): boolean {
    if (this.left <= 0 || now - this.asked < AGAIN_AFTER) return false
    this.asked = now
    return true
  }

  /** The places of the tab's answer that are to be told again. */
  placesIn(found: Json): readonly Place[] {
    if (!Array.isArray(found)) return []
    const places = found.filter(isPlace).slice(0, this.left)
    this.left -= places.length
    return places
  }
}

/** What tells these places again, as frame `frame`. */
export function repairsOf(
  places: readonly Place[],
  nodes: Iterable<ComponentNode>,
  overlays: Overlays | undefined,
  frame: number,
): Op[] {
  const ops: Op[] = []
  for (const { path, region } of nodes) {
    // What a driver has drawn over a row would be gone with it.
    if (overlays && overlays.writes(path).length > 0) continue
    for (const [component, slot] of places) {
      if (component !== region.id) continue
      ops.push({ op: 'component', id: region.id }, ...repairOps(region, slot, frame))
    }
  }
  return ops.length > 0 ? [...ops, { op: 'component', id: 0 }] : ops
}

type Place = readonly [component: number, slot: number]

const isPlace = (one: Json): one is [number, number] =>
  Array.isArray(one) && one.length === 2 && one.every((number) => Number.isInteger(number))
