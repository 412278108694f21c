/** Hashes of what a tab was told, which both ends keep: of one text, and of all texts together. */
import { HASH_PRIME } from './opcodes.ts'

/** The hash of one text, the same as the WASM decoder computes from the bytes of a frame (FNV-1a from 0, 32 bits). */
export function textHash(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 127) return bytesHash(encoder.encode(text))
    hash = Math.imul(hash ^ unit, HASH_PRIME)
  }
  return hash
}

/**
 * What place `number` with this hash adds to a sum: slots to that of their component, components to that of the page. Every place
 * has another weight, so that swapped texts are noticed; an empty text adds nothing, so its place need not be known.
 */
export const weigh = (number: number, hash: number) =>
  Math.imul(hash, Math.imul(number, SPREAD) | 1)

// 2^32 divided by the golden ratio (Knuth's multiplicative hashing): neighbouring places get very different weights.
const SPREAD = 0x9e3779b1

/** The same, from the bytes. */
export function bytesHash(bytes: Uint8Array): number {
  let hash = 0
  for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_PRIME)
  return hash
}

const encoder = /* @__PURE__ */ new TextEncoder()
