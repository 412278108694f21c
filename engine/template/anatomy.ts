/** Reads a compiled template as elements: the id of each, its slots, and the child slots in it. */
import { CODE, PLAIN, VOID } from './markup-rules.ts'
import type { AttributeSlot, Template } from './template.ts'

/** One element written in a template. */
export interface Part {
  readonly name: string
  /** Its id as written, or the slot that gives it. */
  id: string | AttributeSlot | undefined
  /** The slots of its attributes and properties. */
  slots: readonly AttributeSlot[]
  /** Indexes of the slots of child slots inside it, at any depth. */
  readonly childSlots: Set<number>
  /** The element around it in the same template. */
  readonly around: Part | undefined
}

/** The elements of a template in document order. */
export function anatomyOf(template: Template): readonly Part[] {
  let parts = known.get(template)
  if (!parts) known.set(template, (parts = read(template)))
  return parts
}

const known = new WeakMap<Template, readonly Part[]>()

function read({ pieces, slots }: Template): Part[] {
  const parts: Part[] = []
  /** The element around the current place, and the one whose start tag is being read. */
  let open: Part | undefined
  let tag: Part | undefined
  for (const piece of pieces) {
    if (typeof piece === 'string') readText(piece)
    else if (piece.piece === 'content') {
      for (let part = open; part; part = part.around) part.childSlots.add(piece.slot)
    } else if (piece.piece === 'slots' && tag) {
      tag.slots = piece.slots.map((slot) => slots[slot] as AttributeSlot)
      tag.id ??= tag.slots.find(({ name, property }) => name === 'id' && !property)
    }
  }
  return parts

  function readText(text: string) {
    for (let at = 0; at < text.length; ) at = tag ? inTag(text, at, tag) : outside(text, at)
  }

  function inTag(text: string, at: number, part: Part): number {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (!found) return text.length
    if (found[1] === 'id') part.id = found[2] ?? ''
    if (found[0].endsWith('>') && found[1] === undefined) {
      tag = undefined
      if (!VOID.has(part.name)) open = part
    }
    return ATTRIBUTE.lastIndex
  }

  function outside(text: string, at: number): number {
    // In a script or a text area, what looks like a tag is text, except its own end tag.
    const isText = open && (CODE.has(open.name) || PLAIN.has(open.name))
    const pattern = isText ? new RegExp(`<(/)${open!.name}\\s*>`, 'gi') : TAG
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return text.length
    if (found[1]) open = open?.around
    else {
      tag = { name: found[2]!, id: undefined, slots: [], childSlots: new Set(), around: open }
      parts.push(tag)
    }
    return pattern.lastIndex
  }
}

const TAG = /<(?:(\/)[^>]*>|([a-z][^\s/>"'=<]*))/gi
const ATTRIBUTE = /\s*(?:([^\s=>"'/]+)(?:="([^"]*)")?|\/?>)/gy
