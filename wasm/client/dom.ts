/** Answers the decoder name for name: finds slots, names and texts of a frame and has them written. */
import { decode } from '../../engine/protocol/bytes.ts'
import { FIXED_NAMES } from '../../engine/protocol/names.ts'
import { FLAG_ASCII, FLAG_REPAINT } from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Driver, Reply } from './drive.ts'
import { type Dom, known, MALFORMED, refusal } from './imports.ts'
import type { Inputs } from './input.ts'
import type * as later from './later.ts'
import { type Component, type Row, rootElement } from './table.ts'
import { parseTemplate, type Template } from './template.ts'
import { createWriter, type Writer } from './write.ts'

export type Later = typeof later

/** The parts of the client that a frame can reach beside nodes. */
export interface Surroundings {
  inputs: Inputs
  /** What a page needs only after a while; a repaint comes when it is there. */
  later(): Later
  /** Now, or when `later` has arrived. */
  drive(act: (driver: Driver) => void): void
  listen(event: string): void
  acknowledge(count: number): void
  reply(id: number, data: Reply): void
  signal(kind: number, value: Json): void
  /** The reader's code asked for something that can't be done. */
  problem(message: string): void
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
  const { inputs } = around
  const direct = createWriter(inputs)
  let components = first
  let component = components[0]!
  let writer: Writer = direct
  let names: string[] = [...FIXED_NAMES]
  let templates: Template[] = []
  let frame: Uint8Array = new Uint8Array()
  let text = ''
  let filling: { template: Template; base: number; next: number } | undefined

  const take = (at: number, length: number) => text.slice(at, at + length)
  const json = (at: number, length: number) => parseJson(take(at, length))
  const nameOf = (number: number) => known(names[number])
  const slotOf = (slot: number) => known(component.slots[slot])
  const elementOf = (slot: number) => slotOf(slot) as Element
  const rowOf = (base: number): Row => known(slotOf(base).telarRow)
  const rowBefore = (base: number) => (base ? rowOf(base) : undefined)
  const target = (id: string) => (id ? document.getElementById(id) : rootElement(component))

  const dom: Dom = {
    begin(flags, acknowledged, from, to) {
      text = blockText(frame, from, to, flags)
      component = known(components[0])
      filling = undefined
      around.acknowledge(acknowledged)
      if (flags & FLAG_REPAINT) {
        const root = known(component.slots[0])
        writer = around.later().createRepaint(root, direct, inputs)
        components = [(component = { id: 0, slots: [root] })]
        around.drive((driver) => driver.begin())
      }
      return text.length
    },
    setText: (slot, at, length) => writer.text(slotOf(slot), take(at, length)),
    setAttr: (slot, name, at, length) =>
      writer.attribute(elementOf(slot), nameOf(name), take(at, length)),
    delAttr: (slot, name) => writer.attribute(elementOf(slot), nameOf(name), null),
    setProp: (slot, name, at, length) =>
      writer.property(elementOf(slot), nameOf(name), json(at, length)),
    setClass: (slot, on, at, length) => writer.toggle(elementOf(slot), take(at, length), on === 1),
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
      else if (name[0] === '.') writer.property(node as Element, name.slice(1), json(at, length))
      else writer.attribute(node as Element, name, take(at, length))
      if (next + 1 === template.values.length) writer.placed()
    },
    move: (base, before) => writer.move(rowOf(base), rowBefore(before)),
    remove: (base) => writer.remove(rowOf(base)),
    event(name, at, length) {
      const element = rootElement(component)
      const event = new CustomEvent(nameOf(name), { detail: json(at, length), bubbles: true })
      writer.after(() => element?.dispatchEvent(event))
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
    drive(kind, at, targetLength, nameLength, valueLength) {
      const id = take(at, targetLength)
      const name = take(at + targetLength, nameLength)
      const value = json(at + targetLength + nameLength, valueLength)
      const own = component
      writer.after(() => {
        const element = id ? document.getElementById(id) : rootElement(own)
        const problem = driver.write(kind, element, name, value)
        if (problem)
          around.problem(`A driver's write to ${id ? `#${id}` : 'its root'}: ${problem}.`)
      })
    },
    read(kind, id, at, targetLength, nameLength) {
      const name = take(at + targetLength, nameLength)
      const element = target(take(at, targetLength))
      writer.after(() =>
        around.drive((driver) => around.reply(id, driver.read(kind, element, name))),
      )
    },
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
      if (repainted) around.drive((driver) => driver.end())
      inputs.release()
      return repainted
    },
    reset() {
      names = [...FIXED_NAMES]
      templates = []
    },
  }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw refusal(MALFORMED)
  }
}

// A decoder call costs 200 ns whatever its length; few characters are cheaper one by one.
function blockText(frame: Uint8Array, from: number, to: number, flags: number): string {
  if (!(flags & FLAG_ASCII) || to - from > 16) return decode(frame.subarray(from, to))
  let text = ''
  for (let at = from; at < to; at++) {
    if (frame[at]! > 127) throw refusal(MALFORMED)
    text += String.fromCharCode(frame[at]!)
  }
  return text
}
