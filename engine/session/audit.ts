/** Asks an idle tab whether it still shows what it was told, and sends again what a script or an extension has changed. */
import type { ComponentNode } from '../component/node.ts'
import { repairOps } from '../diff/repair.ts'
import type { Json, Op } from '../protocol/ops.ts'
import type { Overlays } from './overlays.ts'

/** Milliseconds from one question to the next. */
const AGAIN_AFTER = 60_000
/** An extension that reverts every repair must not keep both ends busy for ever. */
const MAX_REPAIRS = 200

/** The question. */
export const AUDIT = { kind: 'audit', target: '', name: '' } as const

export class Audit {
  private asked = Number.NEGATIVE_INFINITY
  private left = MAX_REPAIRS

  /** Whether to ask the tab now; if so, the next question waits. */
  isDue(now: number): boolean {
    if (this.left <= 0 || now - this.asked < AGAIN_AFTER) return false
    this.asked = now
    return true
  }

  /** The places in the tab's answer that must be sent again. */
  placesIn(found: Json): readonly SlotAddress[] {
    if (!Array.isArray(found)) return []
    const places = found.filter(isSlotAddress).slice(0, this.left)
    this.left -= places.length
    return places
  }
}

/** The ops that send these places again, as frame `frame`. */
export function repairsOf(
  places: readonly SlotAddress[],
  nodes: Iterable<ComponentNode>,
  overlays: Overlays | undefined,
  frame: number,
): Op[] {
  const ops: Op[] = []
  for (const { path, region } of nodes) {
    // What a driver has drawn over a row would be lost with it.
    if (overlays && overlays.writes(path).length > 0) continue
    for (const [component, slot] of places) {
      if (component !== region.id) continue
      ops.push({ op: 'component', id: region.id }, ...repairOps(region, slot, frame))
    }
  }
  return ops.length > 0 ? [...ops, { op: 'component', id: 0 }] : ops
}

type SlotAddress = readonly [component: number, slot: number]

const isSlotAddress = (one: Json): one is [number, number] =>
  Array.isArray(one) && one.length === 2 && one.every((number) => Number.isInteger(number))
