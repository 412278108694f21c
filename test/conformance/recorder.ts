/** Takes the place of the page and writes down what a decoder asks of it, texts spelled out. */
import { decode } from '../../engine/protocol/bytes.ts'
import * as code from '../../engine/protocol/opcodes.ts'
import type { Dom } from '../../wasm/client/imports.ts'

export interface Recorder {
  dom: Dom
  calls: string[]
  /** What the calls said of their texts. */
  hashes: number[]
  /** Forgets the last frame's calls. */
  clear(): void
}

export function createRecorder(): Recorder {
  let block = ''
  const calls: string[] = []
  const hashes: number[] = []
  let taken = 0
  function text(length: number) {
    taken += length
    return JSON.stringify(block.slice(taken - length, taken))
  }
  // An odd argument would be lost in a text: undefined and NaN must show.
  const note = (name: string, ...values: (string | number)[]) => {
    calls.push(`${name}(${values.map((value) => String(value)).join(', ')})`)
  }
  const dom: Dom = {
    frame: new Uint8Array(),
    begin(flags, acknowledged, from, to) {
      block = decode(dom.frame.subarray(from, to))
      taken = 0
      if (acknowledged >= 0) note('acknowledge', acknowledged)
      if (flags & 8) note('repaint')
      return block.length
    },
    fill(length, hash) {
      note('fill', text(length))
      hashes.push(hash)
    },
    [code.SET_TEXT](slot, length, hash) {
      note('setText', slot, text(length))
      hashes.push(hash)
    },
    [code.SET_ATTR](slot, name, length, hash) {
      note('setAttr', slot, name, text(length))
      hashes.push(hash)
    },
    [code.DEL_ATTR]: (slot, name) => note('delAttr', slot, name),
    [code.SET_PROP]: (slot, name, length) => note('setProp', slot, name, text(length)),
    [code.CLASS]: (slot, on, length) => note('setClass', slot, on, text(length)),
    [code.SET_HTML](slot, length, hash) {
      note('setHTML', slot, text(length))
      hashes.push(hash)
    },
    [code.TEMPLATE]: (number, length) => note('template', number, text(length)),
    [code.INSERT]: (list, tpl, base, before, length, count) =>
      note('insert', list, tpl, base, before, text(length), count),
    [code.MOVE]: (base, before) => note('move', base, before),
    [code.REMOVE]: (base) => note('remove', base),
    [code.ORDER]: (list, count) => note('order', list, count),
    // As if the rows stood by number.
    [code.PLACE]: (base) => base,
    [code.EVENT]: (name, length) => note('event', name, text(length)),
    [code.COMPONENT]: (id) => note('component', id),
    [code.MOUNT]: (slot, id) => note('mount', slot, id),
    [code.UNMOUNT]: (id) => note('unmount', id),
    [code.NAME]: (number, length) => note('name', number, text(length)),
    [code.DRIVE]: (kind, target, name, value) =>
      note('drive', kind, text(target), text(name), text(value)),
    [code.READ]: (kind, id, target, name) => note('read', kind, id, text(target), text(name)),
    [code.SIGNAL]: (kind, length) => note('signal', kind, text(length)),
  }
  return {
    dom,
    calls,
    hashes,
    clear() {
      calls.length = 0
      hashes.length = 0
    },
  }
}
