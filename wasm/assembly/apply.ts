/** Decodes one frame and drives the page through the imports of dom.ts, one call per op. */
import * as code from '../../engine/protocol/opcodes.ts'
import * as dom from './dom.ts'
import * as input from './input.ts'

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
  while (input.more()) {
    readOp()
    ops++
  }
  if (input.left() !== 0) input.fail(input.MALFORMED)
  return ops
}

function readOp(): void {
  const opcode = input.byte()
  switch (opcode) {
    case code.SET_TEXT: {
      const slot = input.slot()
      const length = input.text()
      dom.setText(slot, input.at, length)
      break
    }
    case code.SET_ATTR: {
      const slot = input.slot()
      const name = input.varint()
      const length = input.text()
      dom.setAttr(slot, name, input.at, length)
      break
    }
    case code.DEL_ATTR: {
      const slot = input.slot()
      dom.delAttr(slot, input.varint())
      break
    }
    case code.SET_PROP: {
      const slot = input.slot()
      const name = input.varint()
      const length = input.text()
      dom.setProp(slot, name, input.at, length)
      break
    }
    case code.CLASS: {
      const slot = input.slot()
      const on = input.byte()
      const length = input.text()
      dom.setClass(slot, on, input.at, length)
      break
    }
    case code.SET_HTML: {
      const slot = input.slot()
      const length = input.text()
      dom.setHTML(slot, input.at, length)
      break
    }
    case code.TEMPLATE: {
      const number = input.varint()
      const length = input.text()
      dom.template(number, input.at, length)
      break
    }
    case code.INSERT: {
      const list = input.varint()
      const tpl = input.varint()
      const base = input.slot()
      const before = input.before()
      const length = input.text()
      const at = input.at
      let count = input.varint()
      dom.insert(list, tpl, base, before, at, length, count)
      for (; count > 0; count--) {
        const piece = input.text()
        dom.fill(input.at, piece)
      }
      break
    }
    case code.MOVE: {
      const base = input.slot()
      dom.move(base, input.before())
      break
    }
    case code.REMOVE:
      dom.remove(input.slot())
      break
    case code.EVENT: {
      const name = input.varint()
      const length = input.text()
      dom.event(name, input.at, length)
      break
    }
    case code.COMPONENT:
      dom.component(input.component())
      break
    case code.MOUNT: {
      const slot = input.slot()
      dom.mount(slot, input.varint())
      break
    }
    case code.UNMOUNT:
      dom.unmount(input.varint())
      break
    case code.NAME: {
      const number = input.varint()
      const length = input.text()
      dom.name(number, input.at, length)
      break
    }
    case code.DRIVE: {
      const kind = input.byte()
      const target = input.text()
      const at = input.at
      const name = input.text()
      dom.drive(kind, at, target, name, input.text())
      break
    }
    case code.READ: {
      const kind = input.byte()
      const id = input.varint()
      const target = input.text()
      const at = input.at
      dom.read(kind, id, at, target, input.text())
      break
    }
    case code.SIGNAL: {
      const kind = input.byte()
      const length = input.text()
      dom.signal(kind, input.at, length)
      break
    }
    default:
      input.fail(input.UNKNOWN)
  }
}
