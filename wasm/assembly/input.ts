/** Reads numbers and text lengths of one frame and refuses to step over its end. */

export const TRUNCATED: i32 = 1
export const MALFORMED: i32 = 2
export const UNKNOWN: i32 = 3
const MAX: i32 = 0x0fffffff

/** Where the text that was read last begins in the block, in UTF-16 units. */
export let at: i32 = 0
export let reason: i32 = 0

// The page's memory below the frame is empty: this module keeps no data there.
const start: i32 = 1024
let next: i32 = 0
let end: i32 = 0
let previous: i32 = 0
let taken: i32 = 0
let units: i32 = 0

export function reserve(length: i32): i32 {
  const missing = start + length - (memory.size() << 16)
  // The memory is kept, so that a large frame is paid for once.
  if (missing > 0) memory.grow((missing + 0xffff) >>> 16)
  return start
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
  end = start + block
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

export function slot(): i32 {
  previous = within(previous + signed(varint()), 0)
  return previous
}

/** The base of the row that comes after, or 0 for the end of the hole. */
export function before(): i32 {
  const distance = varint()
  return distance === 0 ? 0 : within(previous + signed(distance), 1)
}

export function component(): i32 {
  previous = 0
  return varint()
}

/** The length of the next text; `at` is where it begins. */
export function text(): i32 {
  const length = varint()
  at = taken
  taken += length
  if (taken > units) fail(TRUNCATED)
  return length
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
