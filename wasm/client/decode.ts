/** The decoder in JavaScript: the same calls as the WASM one, where a policy forbids WASM and until it is ready. */
import { MAX_VARINT } from '../../engine/protocol/bytes.ts'
import * as code from '../../engine/protocol/opcodes.ts'
import { type Dom, MALFORMED, refusal, TRUNCATED, UNKNOWN } from './imports.ts'

/** Applies one frame and returns how many ops it had; throws a ProtocolError where it stops making sense. */
export function decodeFrame(bytes: Uint8Array, dom: Dom): number {
  frame = bytes
  next = previous = taken = 0
  end = frame.length
  const flags = byte()
  if (flags > 31) fail(MALFORMED)
  const acknowledged = flags & code.FLAG_ACKNOWLEDGES ? varint() : 0
  const last = end - (flags & code.FLAG_HASH ? 4 : 0)
  const block = flags & code.FLAG_BLOCK ? varint() : last
  if (block < next || block > last) fail(MALFORMED)
  end = block
  units = dom.begin(flags, acknowledged, block, last)
  if (flags & code.FLAG_ASCII && units !== last - block) fail(MALFORMED)
  let ops = 0
  for (; next < end; ops++) readOp(dom)
  if (taken !== units) fail(MALFORMED)
  return ops
}

// Arguments are read in the order in which they are written: that order is the wire's.
function readOp(dom: Dom) {
  switch (byte()) {
    case code.SET_TEXT:
      return dom.setText(slot(), text(), length)
    case code.SET_ATTR:
      return dom.setAttr(slot(), varint(), text(), length)
    case code.DEL_ATTR:
      return dom.delAttr(slot(), varint())
    case code.SET_PROP:
      return dom.setProp(slot(), varint(), text(), length)
    case code.CLASS:
      return dom.setClass(slot(), byte(), text(), length)
    case code.SET_HTML:
      return dom.setHTML(slot(), text(), length)
    case code.TEMPLATE:
      return dom.template(varint(), text(), length)
    case code.INSERT: {
      const list = varint()
      const tpl = varint()
      const base = slot()
      const successor = before()
      const key = text()
      const units = length
      let count = varint()
      dom.insert(list, tpl, base, successor, key, units, count)
      for (; count > 0; count--) dom.fill(text(), length)
      return
    }
    case code.MOVE:
      return dom.move(slot(), before())
    case code.REMOVE:
      return dom.remove(slot())
    case code.EVENT:
      return dom.event(varint(), text(), length)
    case code.COMPONENT:
      previous = 0
      return dom.component(varint())
    case code.MOUNT:
      return dom.mount(slot(), varint())
    case code.UNMOUNT:
      return dom.unmount(varint())
    case code.NAME:
      return dom.name(varint(), text(), length)
    case code.DRIVE: {
      const kind = byte()
      return dom.drive(kind, text(), length, lengthOfText(), lengthOfText())
    }
    case code.READ: {
      const kind = byte()
      const id = varint()
      return dom.read(kind, id, text(), length, lengthOfText())
    }
    case code.SIGNAL:
      return dom.signal(byte(), text(), length)
    default:
      return fail(UNKNOWN)
  }
}

// One frame at a time: a decoder is never entered while it runs.
let frame: Uint8Array
let next = 0
let end = 0
let previous = 0
let taken = 0
let units = 0
let length = 0

const byte = () => (next < end ? frame[next++]! : fail(TRUNCATED))

function varint(): number {
  let value = 0
  for (let shift = 0; shift < 28; shift += 7) {
    const part = byte()
    value |= (part & 127) << shift
    if (part < 128) return value
  }
  return fail(MALFORMED)
}

const slot = () => (previous = within(previous + signed(varint()), 0))

function before(): number {
  const distance = varint()
  return distance && within(previous + signed(distance), 1)
}

/** Where the next text begins; `length` is how long it is. */
function text(): number {
  const at = taken
  length = varint()
  taken += length
  return taken > units ? fail(TRUNCATED) : at
}

function lengthOfText(): number {
  text()
  return length
}

const signed = (value: number) => (value >>> 1) ^ -(value & 1)
const within = (value: number, least: number) =>
  value < least || value > MAX_VARINT ? fail(MALFORMED) : value
const fail = (reason: number): never => {
  throw refusal(reason)
}
