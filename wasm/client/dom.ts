/** Answers the decoder name for name: finds slots, names and texts of a frame and has them written. */
import { FIXED_NAMES } from '../../engine/protocol/names.ts'
import { FLAG_ASCII, FLAG_REPAINT } from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Driver } from './drive.ts'
import { type Dom, known, MALFORMED, refusal } from './imports.ts'
import type { Later } from './later.ts'
import type { Component, Row } from './table.ts'
import { parseTemplate, type Template } from './template.ts'
import { createWriter, type Writer } from './write.ts'

/** The parts of the client that a frame can reach beside nodes. */
export interface Surroundings {
  /** Hands over the client's second file, now or when it has arrived. */
  later(act: (later: Later) => void): void
  listen(event: string): void
  acknowledge(count: number): void
  signal(kind: number, value: Json): void
}

export interface PageDom {
  dom: Dom
  /** The frame that is applied next: its strings are read from here. */
  open(frame: Uint8Array): void
  /** After the last op: writes what had to wait. Gives whether it was a full repaint. */
  close(): boolean
  /** A new connection: neither names nor template numbers are known any more. */
  reset(): void
}

export function createDom(first: Component[], around: Surroundings): PageDom {
  const { later } = around
  const direct = createWriter(later)
  let components = first
  let component = components[0]!
  let writer: Writer = direct
  let names: string[] = [...FIXED_NAMES]
  let templates: Template[] = []
  let frame: Uint8Array = new Uint8Array()
  let text = ''
  let filling: { template: Template; base: number; next: number } | undefined

  const take = (at: number, length: number) => text.slice(at, at + length)
  const json = (at: number, length: number): Json => JSON.parse(take(at, length))
  const nameOf = (number: number) => known(names[number])
  const slotOf = (slot: number) => known(component.slots[slot]) as Element
  const rowOf = (base: number): Row => known(slotOf(base).telarRow)
  const rowBefore = (base: number) => (base ? rowOf(base) : undefined)

  // A driver may have to wait; by then this frame is gone.
  function drive(act: (driver: Driver, own: Component, text: string) => void) {
    const [own, block] = [component, text]
    writer.after(() => later(({ driver }) => act(driver, own, block)))
  }

  const dom: Dom = {
    begin(flags, acknowledged, from, to) {
      text = blockText(frame, from, to, flags)
      component = known(components[0])
      filling = undefined
      around.acknowledge(acknowledged)
      if (flags & FLAG_REPAINT) {
        const root = known(component.slots[0])
        later(({ repaint }) => void (writer = repaint(root, direct)))
        components = [(component = { id: 0, slots: [root] })]
        later(({ driver }) => driver.begin())
      }
      return text.length
    },
    setText: (slot, at, length) => writer.text(slotOf(slot), take(at, length)),
    setAttr: (slot, name, at, length) =>
      writer.attribute(slotOf(slot), nameOf(name), take(at, length)),
    delAttr: (slot, name) => writer.attribute(slotOf(slot), nameOf(name), null),
    setProp: (slot, name, at, length) =>
      writer.property(slotOf(slot), nameOf(name), json(at, length)),
    setClass: (slot, on, at, length) => writer.toggle(slotOf(slot), take(at, length), on === 1),
    setHTML: (slot, at, length) => writer.markup(slotOf(slot), take(at, length)),
    template(number, at, length) {
      templates[number] = parseTemplate(take(at, length), around.listen)
    },
    insert(list, tpl, base, before, at, length, count) {
      const template = known(templates[tpl])
      if (template.values.length !== count) throw refusal(MALFORMED)
      const next = rowBefore(before)
      writer.insert(slotOf(list), template, component, base, next, take(at, length))
      filling = { template, base, next: 0 }
      if (count === 0) writer.placed()
    },
    fill(at, length) {
      const { template, base, next } = filling!
      const { slot, name } = template.values[filling!.next++]!
      const node = slotOf(base + slot)
      if (!name) writer.text(node, take(at, length))
      else if (name[0] === '.') writer.property(node, name.slice(1), json(at, length))
      else writer.attribute(node, name, take(at, length))
      if (next + 1 === template.values.length) writer.placed()
    },
    move: (base, before) => writer.move(rowOf(base), rowBefore(before)),
    remove: (base) => writer.remove(rowOf(base)),
    event(name, at, length) {
      const event = nameOf(name)
      drive((driver, own, text) => driver.event(own, event, text.slice(at, at + length)))
    },
    component(id) {
      component = known(components[id])
    },
    mount(slot, id) {
      components[id] = { id, slots: [slotOf(slot)] }
    },
    unmount: (id) => void delete components[id],
    name(number, at, length) {
      names[number] = take(at, length)
    },
    drive: (kind, at, ...lengths) =>
      drive((driver, own, text) => driver.write(kind, own, text.slice(at), lengths)),
    read: (kind, id, at, ...lengths) =>
      drive((driver, own, text) => driver.read(kind, id, own, text.slice(at), lengths)),
    signal: (kind, at, length) => around.signal(kind, json(at, length)),
  }

  return {
    dom,
    open(bytes) {
      frame = bytes
      writer = direct
    },
    close() {
      const repainted = writer !== direct
      writer.end()
      if (repainted) later(({ driver }) => driver.end())
      later(({ inputs }) => inputs.release())
      return repainted
    },
    reset() {
      names = [...FIXED_NAMES]
      templates = []
    },
  }
}

// A decoder call costs 200 ns whatever its length; few characters are cheaper one by one.
function blockText(frame: Uint8Array, from: number, to: number, flags: number): string {
  if (!(flags & FLAG_ASCII) || to - from > 16) return decoder.decode(frame.subarray(from, to))
  let text = ''
  for (let at = from; at < to; at++) {
    if (frame[at]! > 127) throw refusal(MALFORMED)
    text += String.fromCharCode(frame[at]!)
  }
  return text
}

// A byte order mark is text: without it every later string would shift.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
