/** Decodes one frame and updates the page through the imports of dom.ts, one call per op. */
import * as code from '../../engine/protocol/opcodes.ts'
import * as dom from './dom.ts'
import * as input from './input.ts'
import { order } from './order.ts'

/** Applies the frame of `length` bytes that was written at `FRAME_AT`, and returns how many ops it had. */
export function apply(length: i32): i32 {
  input.open(length)
  const flags = input.byte()
  if (flags > 31) input.fail(code.MALFORMED)
  // The frame's number was read before this call.
  input.varint()
  const acknowledged: i32 = flags & code.FLAG_ACKNOWLEDGES ? input.byte() : -1
  const end = length - (flags & code.FLAG_HASH ? 4 : 0)
  const block = flags & code.FLAG_BLOCK ? input.behind(input.varint()) : end
  input.openBlock(block, end)
  input.openText(dom.begin(flags, acknowledged, block, end))

  let ops = 0
  while (input.more()) {
    readOp()
    ops++
  }
  if (input.left !== 0) input.fail(code.MALFORMED)
  return ops
}

// By opcode, the fields that follow it: one octal digit per field, from the right. 2 varint · 3 slot · 4 row before · 5 text · 6 text and its hash
const SHAPES = memory.data<u16>([
  0, 0o63, 0o623, 0o23, 0o523, 0o523, 0o63, 0o62, 0o54322, 0o43, 0o3, 0o22, 0o52, 0o32, 0o2, 0o23,
  0o2, 0o52, 0o5552, 0o5522, 0o52,
])
// Six numbers, between the shapes and the frame.
const FIELDS: i32 = 512

function readOp(): void {
  const opcode = input.byte()
  let shape: i32 = opcode > code.SIGNAL ? 0 : load<u16>(SHAPES + (opcode << 1))
  if (shape === 0) input.fail(code.UNKNOWN)
  if (opcode === code.COMPONENT) input.restart()
  for (let to = FIELDS; shape > 0; shape >>= 3) {
    store<i32>(to, input.field(shape & 7))
    store<i32>((to += 4), input.hash)
    if ((shape & 7) === input.HASHED) to += 4
  }
  let count = opcode === code.INSERT || opcode === code.RUN ? input.varint() : 0
  if (opcode === code.RUN) return run(load<i32>(FIELDS), load<i32>(FIELDS + 4), count)
  if (opcode === code.SET_TEXT) {
    return dom.text(load<i32>(FIELDS), load<i32>(FIELDS + 4), load<i32>(FIELDS + 8))
  }
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
}

// Only a short way to write several texts.
function run(stride: i32, slot: i32, count: i32): void {
  for (; count > 0; count--) {
    const length = input.field(input.TEXT)
    dom.text(input.within(slot, 0), length, input.hash)
    slot += stride
  }
}
