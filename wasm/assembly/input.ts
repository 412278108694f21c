/** Reads numbers and texts of one frame and never reads past its end. */
import * as code from '../../engine/protocol/opcodes.ts'
import * as dom from './dom.ts'

export const TEXT: i32 = 5
/** A text whose hash is needed, too. */
export const HASHED: i32 = 6

// Before the frame, memory holds the shapes of the ops and the fields of one op.
const start: i32 = code.FRAME_AT
let next: i32 = 0
let end: i32 = 0
/** The end of the whole frame, strings included. */
let bytes: i32 = 0
let previous: i32 = 0
/** UTF-16 units of the block that were not taken yet. */
export let left: i32 = 0
/** Where the next text starts, and its hash once it is read. */
let text: i32 = 0
/** Units of the block from there on. */
let ahead: i32 = 0
export let hash: i32 = 0

/** Free memory after the frame, not cleared. Memory that has grown stays. */
export function scratch(length: i32): i32 {
  const at = (bytes + 3) & ~3
  const missing = at + length - (memory.size() << 16)
  if (missing > 0) memory.grow((missing + 0xffff) >>> 16)
  return at
}

export function open(length: i32): void {
  next = start
  end = bytes = start + length
  previous = 0
}

/** The position that many bytes further on in the frame. */
export function behind(length: i32): i32 {
  return next - start + length
}

/** The block starts at `block`, so the ops end there. */
export function openBlock(block: i32, last: i32): void {
  if (start + block < next || block > last) fail(code.MALFORMED)
  text = end = start + block
}

export function openText(units: i32): void {
  left = ahead = units
}

export function more(): bool {
  return next < end
}

export function byte(): i32 {
  if (next >= end) fail(code.TRUNCATED)
  return load<u8>(next++)
}

export function varint(): i32 {
  let value: i32 = 0
  for (let shift: i32 = 0; shift < 28; shift += 7) {
    const part = byte()
    value |= (part & 127) << shift
    if (part < 128) return value
  }
  fail(code.MALFORMED)
  return 0
}

/** One field of an op, by its digit in the shapes of apply.ts. */
export function field(kind: i32): i32 {
  const value = varint()
  if (kind === 3) return (previous = within(previous + signed(value), 0))
  // The following row, or 0 for the end of the child slot.
  if (kind === 4 && value !== 0) return within(previous + signed(value), 1)
  if (kind >= TEXT) {
    if (value > left) fail(code.TRUNCATED)
    walk((left -= value))
  }
  return value
}

// Units are counted from the end of the block, so that a text that ends inside a surrogate pair takes nothing from the next one.
function walk(until: i32): void {
  hash = 0
  while (ahead > until) {
    // The first byte of a character starts with as many ones as the character has bytes; one of four bytes is two units.
    let more: i32 = clz(load<u8>(text) ^ 0xff) - 24
    ahead -= more < 4 ? 1 : 2
    do {
      hash = (hash ^ load<u8>(text++)) * code.HASH_PRIME
    } while (--more > 0)
  }
}

/** The row `step` slots after the previous slot. */
export function base(step: i32): i32 {
  return (previous = within(previous + signed(step), 1))
}

/** The slots of another component count from 0. */
export function restart(): void {
  previous = 0
}

/** Ends the frame with an error; the tab joins again. */
export function fail(why: i32): void {
  dom.fail(why)
}

function signed(value: i32): i32 {
  return (value >>> 1) ^ -(value & 1)
}

export function within(value: i32, least: i32): i32 {
  if (value < least || value > code.MAX_VARINT) fail(code.MALFORMED)
  return value
}
