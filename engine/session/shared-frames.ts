/** Encodes a frame once for all tabs that get the same: a message to a thousand viewers is encoded once. */
import { encodeOps, type FrameOptions, withHead } from '../protocol/encode-ops.ts'
import type { Op } from '../protocol/ops.ts'

interface Shared {
  ops: readonly Op[]
  bytes: Uint8Array
}

/** Equal frames for many tabs are sent one after another, so a few are enough. */
const MAX_FRAMES = 64
/** A larger frame is a whole page; keeping it would waste memory. */
const MAX_BYTES = 65_536

/** By the values that usually differ between frames, oldest first. */
const shared = new Map<string, Shared>()

/** The bytes of a frame: those of an equal one, with a head of its own. */
export function sharedFrame(ops: readonly Op[], options: FrameOptions): Uint8Array {
  const key = fingerprint(ops, options)
  const known = shared.get(key)
  if (known && same(known.ops, ops)) return withHead(known.bytes, options)
  const bytes = encodeOps(ops, options)
  if (bytes.length > MAX_BYTES) return bytes
  shared.delete(key)
  if (shared.size === MAX_FRAMES)
    for (const oldest of shared.keys()) if (shared.delete(oldest)) break
  shared.set(key, { ops, bytes })
  return bytes
}

// What usually differs: where the first op acts, and the content of the last one.
function fingerprint(ops: readonly Op[], { repaint = false, hash = -1 }: FrameOptions) {
  const first = ops[0]!
  const last = ops.at(-1)!
  const place = 'slot' in first ? first.slot : 'base' in first ? first.base : first.op
  const word = last.op === 'setText' ? last.text : last.op
  return `${repaint} ${hash} ${ops.length} ${place} ${word}`
}

// Comparing is cheaper than encoding: it stops at the first difference.
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
