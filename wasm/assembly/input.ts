/** Reads numbers and texts of one frame and refuses to step over its end. */
import { HASH_PRIME } from '../../engine/protocol/opcodes.ts'

export const TRUNCATED: i32 = 1
export const MALFORMED: i32 = 2
export const UNKNOWN: i32 = 3
const MAX: i32 = 0x0fffffff

export const TEXT: i32 = 5
/** A text whose hash is wanted, too. */
export const HASHED: i32 = 6

export let reason: i32 = 0

// Below the frame stand the shapes of the ops and the fields of one.
const start: i32 = 1024
let next: i32 = 0
let end: i32 = 0
/** Where the whole frame ends, strings and all. */
let bytes: i32 = 0
let previous: i32 = 0
let taken: i32 = 0
let units: i32 = 0
/** Of the last text. */
export let hash: i32 = 0
/** Where the next text begins, and where the last one ends. */
let text: i32 = 0
let textEnd: i32 = 0

export function reserve(length: i32): i32 {
  ensure((bytes = start + length))
  return start
}

// The memory is kept, so that a large frame is paid for once.
function ensure(size: i32): void {
  const missing = size - (memory.size() << 16)
  if (missing > 0) memory.grow((missing + 0xffff) >>> 16)
}

/** Free memory behind the frame; its contents are whatever was there. */
export function scratch(length: i32): i32 {
  const at = (bytes + 3) & ~3
  ensure(at + length)
  return at
}

export function open(length: i32): void {
  next = start
  end = start + length
  previous = 0
  taken = 0
  reason = 0
}

/** The block takes what is behind `block`, so that the ops end there. */
export function openBlock(block: i32, last: i32): void {
  if (start + block < next || block > last) fail(MALFORMED)
  text = end = start + block
  textEnd = start + last
}

export function openText(length: i32): void {
  units = length
}

export function more(): bool {
  return next < end
}

/** Units of the block that no text has taken. */
export function left(): i32 {
  return units - taken
}

export function byte(): i32 {
  if (next >= end) fail(TRUNCATED)
  return load<u8>(next++)
}

export function varint(): i32 {
  let value: i32 = 0
  for (let shift: i32 = 0; shift < 28; shift += 7) {
    const part = byte()
    value |= (part & 127) << shift
    if (part < 128) return value
  }
  fail(MALFORMED)
  return 0
}

/** One field of an op, by the digits of the shapes in apply.ts. */
export function field(kind: i32): i32 {
  if (kind === 1) return byte()
  const value = varint()
  if (kind === 3) return (previous = within(previous + signed(value), 0))
  // The row that comes after, or 0 for the end of the hole.
  if (kind === 4 && value !== 0) return within(previous + signed(value), 1)
  if (kind >= TEXT) {
    taken += value
    if (taken > units) fail(TRUNCATED)
    walk(value)
  }
  return value
}

// The length is one of UTF-16 units, of which bytes that go on have none and the first of four has two.
function walk(left: i32): void {
  hash = 0
  for (; text < textEnd; text++) {
    const byte: i32 = load<u8>(text)
    if ((byte & 0xc0) !== 0x80) {
      if (left <= 0) break
      left -= byte < 0xf0 ? 1 : 2
    }
    hash = (hash ^ byte) * HASH_PRIME
  }
}

/** The number that stands at the end of the whole frame. */
export function last(): i32 {
  return load<i32>(bytes - 4)
}

/** The row that stands `step` further than the slot before. */
export function base(step: i32): i32 {
  return (previous = within(previous + signed(step), 1))
}

/** The slot that stands `stride` further. */
export function forth(stride: i32): i32 {
  return (previous = within(previous + stride, 0))
}

/** Another component's slots count from 0. */
export function restart(): void {
  previous = 0
}

/** Ends the frame: the caller finds the reason and joins again. */
export function fail(why: i32): void {
  reason = why
  unreachable()
}

function signed(value: i32): i32 {
  return (value >>> 1) ^ -(value & 1)
}

function within(value: i32, least: i32): i32 {
  if (value < least || value > MAX) fail(MALFORMED)
  return value
}
