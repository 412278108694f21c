/** The decoder in JavaScript: makes the same calls as the WASM one, for pages whose policy forbids WASM. */
import { keepsPlace } from '../../engine/protocol/keeps-place.ts'
import * as code from '../../engine/protocol/opcodes.ts'
import type { Dom, refusal } from './imports.ts'

/** Applies one frame and returns how many ops it had; throws what `refuse` makes of the reason if it is malformed. */
export function decodeFrame(bytes: Uint8Array, dom: Dom, refuse: typeof refusal): number {
  refused = refuse
  dom.frame = frame = bytes
  next = previous = taken = 0
  end = frame.length
  const flags = byte()
  if (flags > 31) fail(code.MALFORMED)
  // The frame's number was read before this call.
  varint()
  const acknowledged = flags & code.FLAG_ACKNOWLEDGES ? byte() : -1
  const last = end - (flags & code.FLAG_HASH ? 4 : 0)
  const length = flags & code.FLAG_BLOCK ? varint() : last - next
  const block = next + length
  if (block < next || block > last) fail(code.MALFORMED)
  at = end = block
  ahead = units = dom.begin(flags, acknowledged, block, last)
  let ops = 0
  for (; next < end; ops++) readOp(dom)
  if (taken !== units) fail(code.MALFORMED)
  return ops
}

// Arguments are evaluated in the order of the source: that is the order of the wire.
function readOp(dom: Dom) {
  const opcode = byte()
  switch (opcode) {
    case code.SET_TEXT:
    case code.SET_HTML:
      return dom[opcode](slot(), text(), hash)
    case code.SET_ATTR:
      return dom[opcode](slot(), varint(), text(), hash)
    case code.SET_PROP:
      return dom[opcode](slot(), varint(), text())
    case code.DEL_ATTR:
    case code.MOUNT:
      return dom[opcode](slot(), varint())
    case code.CLASS:
      return dom[opcode](slot(), varint(), text())
    case code.TEMPLATE:
      return dom[opcode](varint(), text(), hash)
    case code.EVENT:
    case code.NAME:
      return dom[opcode](varint(), text())
    case code.INSERT: {
      const list = varint()
      const tpl = varint()
      const base = slot()
      const successor = before()
      const key = text()
      const count = varint()
      dom[opcode](list, tpl, base, successor, key, count)
      return fill(count, dom)
    }
    case code.RUN: {
      const stride = varint()
      const first = slot()
      const count = varint()
      return run(stride, first, count, dom)
    }
    case code.ORDER: {
      const list = varint()
      const count = varint()
      dom[opcode](list, count)
      if (count > code.MAX_ROWS) fail(code.MALFORMED)
      return order(rows(count), dom)
    }
    case code.MOVE:
      return dom[opcode](slot(), before())
    case code.REMOVE:
      return dom[opcode](slot())
    case code.COMPONENT:
      previous = 0
      return dom[opcode](varint())
    case code.UNMOUNT:
      return dom[opcode](varint())
    case code.DRIVE:
      return dom[opcode](varint(), text(), text(), text())
    case code.READ:
      return dom[opcode](varint(), varint(), text(), text())
    case code.SIGNAL:
      return dom[opcode](varint(), text())
    default:
      return fail(code.UNKNOWN)
  }
}

// One frame at a time: a decoder is never entered while it runs.
let frame: Uint8Array
let refused: typeof refusal
let next = 0
let end = 0
let previous = 0
let taken = 0
let units = 0
/** The hash of the last text; then where the next text starts, and how many units of the block are left. */
let hash = 0
let at = 0
let ahead = 0

const byte = () => (next < end ? frame[next++]! : fail(code.TRUNCATED))

function varint(): number {
  let value = 0
  for (let shift = 0; shift < 28; shift += 7) {
    const part = byte()
    value |= (part & 127) << shift
    if (part < 128) return value
  }
  return fail(code.MALFORMED)
}

const slot = () => (previous = within(previous + signed(varint()), 0))

function before(): number {
  const distance = varint()
  return distance && within(previous + signed(distance), 1)
}

// Only a short way to write several texts.
function run(stride: number, first: number, count: number, dom: Dom) {
  for (let at = first; count > 0; count--, at += stride) {
    const length = text()
    dom[code.SET_TEXT](within(at, 0), length, hash)
  }
}

function fill(count: number, dom: Dom) {
  for (; count > 0; count--) dom.fill(text(), hash)
}

// With the fewest moves, as in assembly/order.ts; `bases` in the order that the rows will have.
function order(bases: readonly number[], dom: Dom) {
  const keeps = keepsPlace(bases.map((base) => dom[code.PLACE](base) - 1))
  bases.reduceRight((next, base, i) => {
    if (!keeps[i]) dom[code.MOVE](base, next)
    return base
  }, 0)
}

/** An odd step is repeated as often as the next number says. */
function rows(count: number): number[] {
  const bases: number[] = []
  while (bases.length < count) {
    const step = varint()
    for (let times = step & 1 ? varint() : 1; times > 0; times--) {
      previous = within(previous + signed(step >>> 1), 1)
      if (bases.push(previous) > count) fail(code.MALFORMED)
    }
  }
  return bases
}

/** The length of the next text. */
function text(): number {
  const length = varint()
  taken += length
  if (taken > units) fail(code.TRUNCATED)
  hash = 0
  while (ahead > units - taken) {
    // The first byte of a character starts with as many ones as the character has bytes; one of four bytes is two units.
    let more = Math.clz32(frame[at]! ^ 0xff) - 24
    ahead -= more < 4 ? 1 : 2
    do {
      hash = Math.imul(hash ^ frame[at++]!, code.HASH_PRIME)
    } while (--more > 0)
  }
  return length
}

const signed = (value: number) => (value >>> 1) ^ -(value & 1)
const within = (value: number, least: number) =>
  value < least || value > code.MAX_VARINT ? fail(code.MALFORMED) : value
const fail = (reason: number): never => {
  throw refused(reason)
}
