/** Takes the place of the page and writes down what a decoder asks of it, texts spelled out. */
import { decode } from '../../engine/protocol/bytes.ts'
import type { Dom } from '../../wasm/client/imports.ts'

export interface Recorder {
  dom: Dom
  calls: string[]
  open(frame: Uint8Array): void
}

export function createRecorder(): Recorder {
  let frame = new Uint8Array()
  let block = ''
  const calls: string[] = []
  const text = (at: number, length: number) => JSON.stringify(block.slice(at, at + length))
  // An odd argument would be lost in a text: undefined and NaN must show.
  const note = (name: string, ...values: (string | number)[]) => {
    calls.push(`${name}(${values.map((value) => String(value)).join(', ')})`)
  }
  const dom: Dom = {
    begin(flags, acknowledged, from, to) {
      block = decode(frame.subarray(from, to))
      if (acknowledged) note('acknowledge', acknowledged)
      if (flags & 8) note('repaint')
      return block.length
    },
    setText: (slot, at, length) => note('setText', slot, text(at, length)),
    setAttr: (slot, name, at, length) => note('setAttr', slot, name, text(at, length)),
    delAttr: (slot, name) => note('delAttr', slot, name),
    setProp: (slot, name, at, length) => note('setProp', slot, name, text(at, length)),
    setClass: (slot, on, at, length) => note('setClass', slot, on, text(at, length)),
    setHTML: (slot, at, length) => note('setHTML', slot, text(at, length)),
    template: (number, at, length) => note('template', number, text(at, length)),
    insert: (list, tpl, base, before, at, length, count) =>
      note('insert', list, tpl, base, before, text(at, length), count),
    fill: (at, length) => note('fill', text(at, length)),
    move: (base, before) => note('move', base, before),
    remove: (base) => note('remove', base),
    event: (name, at, length) => note('event', name, text(at, length)),
    component: (id) => note('component', id),
    mount: (slot, id) => note('mount', slot, id),
    unmount: (id) => note('unmount', id),
    name: (number, at, length) => note('name', number, text(at, length)),
    drive: (kind, at, target, name, value) =>
      note(
        'drive',
        kind,
        text(at, target),
        text(at + target, name),
        text(at + target + name, value),
      ),
    read: (kind, id, at, target, name) =>
      note('read', kind, id, text(at, target), text(at + target, name)),
    signal: (kind, at, length) => note('signal', kind, text(at, length)),
  }
  return {
    dom,
    calls,
    open(bytes) {
      frame = bytes as Uint8Array<ArrayBuffer>
      calls.length = 0
    },
  }
}
