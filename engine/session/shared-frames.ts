/** Encodes a frame once for all tabs that are sent the same: a message to a thousand viewers is written once. */
import { encodeOps, type FrameOptions } from '../protocol/encode-ops.ts'
import type { Op } from '../protocol/ops.ts'

interface Shared extends FrameOptions {
  ops: readonly Op[]
  bytes: Uint8Array
}

/** Frames that many tabs get come right behind each other, so a few are enough. */
const MOST_FRAMES = 64
/** A larger frame is a page of its own, and would be held in memory for nothing. */
const MOST_BYTES = 65_536

/** Newest last. */
const shared: Shared[] = []

/** The bytes of a frame; the same bytes for the same ops, so they must not be changed. */
export function sharedFrame(ops: readonly Op[], options: FrameOptions): Uint8Array {
  const { acknowledges = 0, repaint = false } = options
  for (let i = shared.length - 1; i >= 0; i--) {
    const one = shared[i]!
    if (one.acknowledges !== acknowledges || one.repaint !== repaint) continue
    if (same(one.ops, ops)) return one.bytes
  }
  const bytes = encodeOps(ops, options)
  if (ops.length === 0 || bytes.length > MOST_BYTES) return bytes
  if (shared.length === MOST_FRAMES) shared.shift()
  shared.push({ ops, acknowledges, repaint, bytes })
  return bytes
}

// Comparing is cheaper than encoding: the first difference ends it, and most frames differ in their first op.
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false
    return true
  }
  let fields = 0
  for (const name in a) {
    fields++
    if (!same(a[name as never], b[name as never])) return false
  }
  for (const _ in b) fields--
  return fields === 0
}
