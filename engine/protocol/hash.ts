/** Hashes that both ends keep of what a tab was told: of one text, and of all of them together. */
import { HASH_PRIME } from './opcodes.ts'

/** The hash of one text, as the decoder in WASM has it of the bytes in a frame (FNV-1a from 0, 32 bits). */
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
 * What the hash of place `number` adds to a sum: slots to their component's, components to the page's. No two places count
 * alike, so that texts that have changed places show; what is empty adds nothing, so it need not be known of.
 */
export const weigh = (number: number, hash: number) =>
  Math.imul(hash, Math.imul(number, SPREAD) | 1)

// 2^32 divided by the golden ratio (Knuth's multiplicative hashing): neighbours get weights far apart.
const SPREAD = 0x9e3779b1

/** The same of its bytes. */
export function bytesHash(bytes: Uint8Array): number {
  let hash = 0
  for (const byte of bytes) hash = Math.imul(hash ^ byte, HASH_PRIME)
  return hash
}

const encoder = /* @__PURE__ */ new TextEncoder()
