/** Decodes one frame and drives the page through the imports of dom.ts, one call per op. */
import * as code from '../../engine/protocol/opcodes.ts'
import * as dom from './dom.ts'
import * as input from './input.ts'
import { order } from './order.ts'

/** Where the frame must be written: at least `length` bytes are free there. May grow the memory. */
export function reserve(length: i32): i32 {
  return input.reserve(length)
}

/** Why the last `apply` trapped: 1 truncated, 2 malformed, 3 unknown. */
export function fault(): i32 {
  return input.reason
}

/** Applies the frame of `length` bytes that was written where `reserve` said, and returns how many ops it had. */
export function apply(length: i32): i32 {
  input.open(length)
  const flags = input.byte()
  if (flags > 31) input.fail(input.MALFORMED)
  const acknowledged = flags & code.FLAG_ACKNOWLEDGES ? input.varint() : 0
  const end = length - (flags & code.FLAG_HASH ? 4 : 0)
  const block = flags & code.FLAG_BLOCK ? input.varint() : end
  input.openBlock(block, end)
  const units = dom.begin(flags, acknowledged, block, end)
  // Strings that claim to be ASCII must be as many units as bytes, else every later string would shift.
  if (flags & code.FLAG_ASCII && units !== end - block) input.fail(input.MALFORMED)
  input.openText(units)

  let ops = 0
  while (input.more()) ops += readOp()
  if (input.left() !== 0) input.fail(input.MALFORMED)
  if (flags & code.FLAG_HASH) dom.op(CHECK, input.last(), 0, 0, 0, 0, 0)
  return ops
}

// By opcode, what follows it: an octal digit a field, from the right. 1 byte · 2 varint · 3 slot · 4 row before · 5 text · 6 text and its hash
const SHAPES = memory.data<u16>([
  0, 0o63, 0o623, 0o23, 0o523, 0o513, 0o63, 0o52, 0o54322, 0o43, 0o3, 0o22, 0o52, 0o322, 0o2, 0o23,
  0o2, 0o52, 0o5551, 0o5521, 0o51,
])
// Six numbers, between the shapes and the frame.
const FIELDS: i32 = 512

/** Returns how many ops it was: a run is as many as it has texts. */
function readOp(): i32 {
  const opcode = input.byte()
  let shape: i32 = opcode > code.SIGNAL ? 0 : load<u16>(SHAPES + (opcode << 1))
  if (shape === 0) input.fail(input.UNKNOWN)
  if (opcode === code.COMPONENT) input.restart()
  for (let to = FIELDS; shape > 0; shape >>= 3) {
    store<i32>(to, input.field(shape & 7))
    store<i32>((to += 4), input.hash)
    if ((shape & 7) === input.HASHED) to += 4
  }
  if (opcode === code.RUN) return run(load<i32>(FIELDS), load<i32>(FIELDS + 4))
  let count = opcode === code.INSERT ? input.varint() : 0
  dom.op(
    opcode,
    load<i32>(FIELDS),
    load<i32>(FIELDS + 4),
    load<i32>(FIELDS + 8),
    load<i32>(FIELDS + 12),
    load<i32>(FIELDS + 16),
    count,
  )
  for (; count > 0; count--) dom.fill(input.field(input.TEXT), input.hash)
  if (opcode === code.ORDER) order(load<i32>(FIELDS + 4))
  return 1
}

// As in client/imports.ts: no op of the wire.
const CHECK: i32 = 21

function run(stride: i32, count: i32): i32 {
  let slot = load<i32>(FIELDS + 8)
  for (let i = 0; i < count; i++) {
    if (i > 0) slot = input.forth(stride)
    dom.op(code.SET_TEXT, slot, input.field(input.TEXT), input.hash, 0, 0, 0)
  }
  return count
}
