/** Implements the decoder's imports: finds slots, names and texts of a frame and has them written. */
import { weigh } from '../../engine/protocol/hash.ts'
import * as code from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { DriverOp } from './drive.ts'
import { type Dom, known, refusal } from './imports.ts'
import type { Inputs } from './input.ts'
import type { createRepaint } from './repaint.ts'
import { type Component, createComponent, note, type Row } from './table.ts'
import { parseTemplate, type Template } from './template.ts'
import { tools } from './tools.ts'
import { createWriter, type Writer } from './write.ts'

/** The parts of the client that a frame can use besides nodes. */
export interface Surroundings {
  inputs: Inputs
  /** Compares a whole page; loaded before the first frame that repaints one. */
  createRepaint?: typeof createRepaint
  listen(event: string): void
  acknowledge(low: number): void
  signal(kind: number, value: Json): void
}

/** The result of a frame: whether it painted the whole page, and what drivers asked for. */
export interface Written {
  repainted: boolean
  calls: readonly DriverOp[]
}

export interface PageDom {
  dom: Dom
  /** After the last op of a frame. */
  close(): Written
  /** A new connection: names and template numbers start again. Returns the names of templates that need not be sent again. */
  reset(): string[]
  /** Another page stands in the root. Returns the components of the one before. */
  swap(next: Component[]): Component[]
}

export function createDom(first: Component[], around: Surroundings): PageDom {
  const direct = createWriter(around.inputs)
  let components = first
  let component = components[0]!
  let writer: Writer = direct
  let names: string[] = []
  let templates: Template[] = []
  /** By name, over all connections. */
  const parsed = new Map<string, Template>()
  /** The frame's strings, and how much of them the ops have taken. */
  let text = ''
  let taken = 0
  let calls: DriverOp[] = []
  let places = new Map<Row, number>()
  /** What the next values are for. */
  let filling: { values: Template['values']; base: number; next: number }
  /** The checksum of all texts after this frame. */
  let sum: number | undefined

  function take(length: number): string {
    return text.slice(taken, (taken += length))
  }
  const json = (length: number): Json => JSON.parse(take(length))
  const nameOf = (number: number) => known(names[number])
  const slotOf = (slot: number) => known(component.slots[slot]) as Element
  const rowOf = (base: number): Row => known(slotOf(base).telarRow)
  // A row is stored as its first node, a child slot as the node that ends it.
  const nodeBefore = (slot: number) => (slot ? slotOf(slot) : undefined)

  /** Writes a value slot by its name: a child slot has none, a property's starts with a dot. Without a length the attribute is removed. */
  function write(slot: number, name: string, length?: number, hash = 0) {
    const node = slotOf(slot)
    if (name[0] === '.') return writer.writeProperty(node, name.slice(1), json(length!))
    const value = length === undefined ? null : take(length)
    if (name) writer.attribute(node, name, value)
    else writer.text(node, value!)
    // Classes are sent one by one, and scripts of the page add their own, so they are not summed up.
    if (name !== 'class') note(component, slot, hash)
  }

  const dom: Dom = {
    frame: new Uint8Array(),
    begin(flags, acknowledged, from, to) {
      const { frame } = dom
      const block = new Uint8Array(frame.buffer, from, to - from)
      writer = direct
      calls = []
      // A decoder that was not used for a while costs 15 µs, and makes texts that live outside of the page's heap.
      text =
        flags & code.FLAG_ASCII && to - from < SHORT
          ? String.fromCharCode.apply(0, block as unknown as number[])
          : decoder.decode(block)
      taken = 0
      component = components[0]!
      sum = flags & code.FLAG_HASH ? new DataView(frame.buffer).getInt32(to, true) : undefined
      if (acknowledged >= 0) around.acknowledge(acknowledged)
      if (flags & code.FLAG_REPAINT) {
        const root = known(component.slots[0])
        writer = around.createRepaint!(root, direct, around.inputs, tools)
        components = [(component = createComponent(0, root))]
      }
      return text.length
    },
    fill(length, hash) {
      const { values, base } = filling
      const { slot, name } = values[filling.next++]!
      write(base + slot, name, length, hash)
      if (filling.next === values.length) writer.placed()
    },
    // Most ops are this one, so it skips the branches of `write`.
    [code.SET_TEXT](slot, length, hash) {
      writer.text(known(component.slots[slot]), text.slice(taken, (taken += length)))
      note(component, slot, hash)
    },
    [code.SET_ATTR]: (slot, name, length, hash) => write(slot, nameOf(name), length, hash),
    [code.DEL_ATTR]: (slot, name) => write(slot, nameOf(name)),
    [code.SET_PROP]: (slot, name, length) => write(slot, `.${nameOf(name)}`, length),
    [code.CLASS]: (slot, on, length) => writer.toggle(slotOf(slot), take(length), on === 1),
    [code.SET_HTML](slot, length, hash) {
      writer.markup(slotOf(slot), take(length))
      note(component, slot, hash)
    },
    [code.TEMPLATE](number, length, hash) {
      let name = take(length)
      // All markup starts with an element or a comment: any other text is the name of a template that this page has.
      if (name[0] === '<') {
        const markup = name
        name = (hash >>> 0).toString(36)
        parsed.set(name, parseTemplate(markup, name, around.listen))
      }
      templates[number] = known(parsed.get(name))
    },
    [code.INSERT](list, tpl, base, before, length, count) {
      const template = known(templates[tpl])
      const { values } = template
      if (values.length !== count) throw refusal(code.MALFORMED)
      const next = nodeBefore(before)
      writer.insert(slotOf(list), template, component, base, next, take(length))
      filling = { values, base, next: 0 }
      if (count === 0) writer.placed()
    },
    [code.MOVE]: (base, before) => writer.move(rowOf(base), nodeBefore(before)),
    [code.REMOVE]: (base) => writer.remove(rowOf(base)),
    // Skips what a script of the page has put between the rows.
    [code.ORDER](list, count) {
      places = new Map()
      for (let node = slotOf(list).previousSibling; node && count; node = node.previousSibling) {
        const row = node.telarRow
        if (row?.lastNode !== node) continue
        places.set(row, count--)
        node = row.firstNode
      }
    },
    [code.PLACE]: (base) => places.get(rowOf(base)) ?? 0,
    [code.EVENT]: (name, length) =>
      void calls.push({ op: code.EVENT, component, texts: [nameOf(name), take(length)] }),
    [code.COMPONENT](id) {
      component = known(components[id])
    },
    [code.MOUNT](slot, id) {
      components[id] = createComponent(id, slotOf(slot))
    },
    [code.UNMOUNT]: (id) => void delete components[id],
    [code.NAME](number, length) {
      names[number] = take(length)
    },
    [code.DRIVE](kind, target, name, value) {
      const texts = [target, name, value].map(take)
      calls.push({ op: code.DRIVE, component, kind, texts })
    },
    [code.READ](kind, asked, target, name) {
      const texts = [target, name].map(take)
      calls.push({ op: code.READ, component, kind, asked, texts })
    },
    [code.SIGNAL]: (kind, length) => around.signal(kind, json(length)),
  }

  return {
    dom,
    close() {
      if (sum !== undefined) {
        for (const one of components) if (one) sum -= weigh(one.id, one.sum)
        if (sum | 0) throw refusal(code.DIVERGED)
      }
      writer.end?.()
      return { repainted: writer !== direct, calls }
    },
    swap(next) {
      ;[components, next] = [next, components]
      return next
    },
    reset() {
      names = []
      templates = []
      return [...parsed.keys()].slice(-MAX_TEMPLATES)
    },
  }
}

// Up to this many bytes, a loop is faster for a text than a decoder.
const SHORT = 1000

// The maximum that a server accepts (engine/protocol/up.ts).
const MAX_TEMPLATES = 256

// A byte order mark is text: without it every later string would shift.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
