/** Writes what a tab is shown as HTML with absolute markers: the first paint, and the markup of JSON inserts. */
import { marker } from '../protocol/json.ts'
import { escapeAttribute, escapeKey, escapeText } from './escape.ts'
import { isLiveProperty } from './markup-rules.ts'
import { type Hole, type Instance, RawHole, Region } from './shown.ts'
import type { AttributeSlot, Template } from './template.ts'

/** All that stands in a component's root hole. */
export const paintRegion = (region: Region): string => paintHole(region.root, region.id)

/** The marker of a component's root hole: its own, and of components that share it. */
export const rootMarker = (region: Region): string => holeMarker(marker(region.id, 0), region.root)

function paintHole(hole: Hole, component: number): string {
  if (typeof hole === 'string') return escapeText(hole)
  if (hole instanceof RawHole) return hole.markup
  if (hole instanceof Region) return paintRegion(hole)
  let out = ''
  for (const row of hole.rows) out += paintInstance(row, component)
  return out
}

function paintInstance(row: Instance, component: number): string {
  const { template, base, key } = row
  return paintTemplate(template, base, key, component, (slot) => row.shown[slot]!)
}

/** One row with the strings of an `insert` in place of what it shows; its holes carry text only. */
export function paintStrings(
  template: Template,
  component: number,
  insert: { base: number; key: string; strings: readonly string[] },
): string {
  const shown: (string | null)[] = []
  for (const [i, slot] of template.valued.entries()) shown[slot] = insert.strings[i] ?? ''
  return paintTemplate(template, insert.base, insert.key, component, (slot) => shown[slot]!)
}

function paintTemplate(
  template: Template,
  base: number,
  key: string,
  component: number,
  shown: (slot: number) => Hole | null,
): string {
  const at = (slot: number) => marker(component, base + 1 + slot)
  const row = `${marker(component, base)} ${template.name} ${escapeKey(key)}`
  let out = ''
  let selected: { from: number; value: string } | undefined
  for (const piece of template.pieces) {
    if (typeof piece === 'string') {
      out += piece
      // The choice of a <select> is written on its option, which may have come from a list.
      if (selected && piece.includes('</select>')) {
        out = out.slice(0, selected.from) + select(out.slice(selected.from), selected.value)
        selected = undefined
      }
      continue
    }
    switch (piece.piece) {
      case 'row':
        out += ` lv-r="${row}"`
        break
      case 'open':
        out += `<!--[${row}-->`
        break
      case 'close':
        out += `<!--]${marker(component, base)}-->`
        break
      case 'slots':
        out += ` lv-s="${piece.slots.map(at).join(' ')}"`
        break
      case 'sole':
        out += ` lv-t="${holeMarker(at(piece.slot), shown(piece.slot))}"`
        break
      case 'start':
        out += `<!--${holeMarker(at(piece.slot), shown(piece.slot))}-->`
        break
      case 'end':
        out += `<!--/${holeMarker(at(piece.slot), shown(piece.slot))}-->`
        break
      case 'typed': {
        const text: string = JSON.parse((shown(piece.slot) as string | null) ?? '""')
        // The parser drops the first newline here.
        out += (text.startsWith('\n') ? '\n' : '') + escapeText(text)
        break
      }
      case 'content': {
        const hole = shown(piece.slot) ?? ''
        const slot = template.slots[piece.slot]
        // Right behind the start tag the parser drops a newline; behind a marker it does not.
        const isFirst = slot?.kind === 'hole' && slot.within === 'pre' && slot.sole
        const text = hole instanceof RawHole ? hole.markup : hole
        if (isFirst && typeof text === 'string' && text.startsWith('\n')) out += '\n'
        out += paintHole(hole, component)
        break
      }
      case 'handler': {
        const slot = template.slots[piece.slot]
        if (slot?.kind === 'handler') out += ` lv-${slot.event}="${at(piece.slot)}"`
        break
      }
      case 'attribute': {
        const slot = template.slots[piece.slot] as AttributeSlot
        const text = shown(piece.slot) as string | null
        if (slot.property && slot.element === 'select')
          selected = { from: out.length, value: JSON.parse(text ?? '""') }
        else out += slot.property ? paintProperty(slot, text) : paintAttribute(slot.name, text)
        break
      }
      default:
        piece satisfies never
    }
  }
  return out
}

const holeMarker = (own: string, hole: Hole | null) =>
  hole instanceof Region ? mountMarker(own, hole) : own

// A component that shows another component and nothing else shares the hole with it.
function mountMarker(own: string, region: Region): string {
  const marked = `${own} ${region.id}.0`
  return region.root instanceof Region ? mountMarker(marked, region.root) : marked
}

const paintAttribute = (name: string, text: string | null) =>
  text === null ? '' : text === '' ? ` ${name}=""` : ` ${name}="${escapeAttribute(text)}"`

// Before any script runs, a property shows only where an attribute gives its first value.
function paintProperty(slot: AttributeSlot, json: string | null): string {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (!isPainted(slot)) return ''
  if (slot.name === 'value') {
    return slot.element === 'textarea' ? '' : paintAttribute('value', String(value))
  }
  return value === true ? ` ${slot.name}=""` : ''
}

/** Whether an attribute gives the property its first value; any other is set once the tab has joined. */
export const isPainted = ({ element, name }: AttributeSlot) =>
  REFLECTED.has(name) || isLiveProperty(element, name)

const REFLECTED = new Set([
  'checked',
  'disabled',
  'selected',
  'hidden',
  'open',
  'required',
  'multiple',
])

// Of equal options the first, which setting the value chooses too; of several marked ones the parser would take the last.
function select(options: string, value: string): string {
  const written = escapeAttribute(value)
  let isChosen = false
  return options.replace(
    /<option\b([^>]*)>([^<]*)/g,
    (whole, attributes: string, label: string) => {
      const own = /\svalue="([^"]*)"/.exec(attributes)?.[1] ?? label.trim()
      if (isChosen || own !== written) return whole
      isChosen = true
      return `<option${attributes} selected="">${label}`
    },
  )
}
