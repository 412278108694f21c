/** Writes what a tab is shown as HTML with absolute markers: the first paint, and the markup of JSON inserts. */
import { marker } from '../protocol/json.ts'
import { postOf } from './binding.ts'
import { escapeAttribute, escapeKey, escapeText } from './escape.ts'
import { type ChildContent, type Instance, RawContent, Region } from './instances.ts'
import { isLiveProperty } from './markup-rules.ts'
import type { Rendered } from './rendered.ts'
import type { AttributeSlot, Template } from './template.ts'

/** The content of a component's root slot. `query` is that of the page's address, for forms that are sent without script. */
export const paintRegion = (region: Region, query = ''): string =>
  paintChild(region.root, region.id, query)

/** The marker of a component's root slot: its own, and of components that share it. */
export const rootMarker = (region: Region): string => slotMarker(marker(region.id, 0), region.root)

function paintChild(child: ChildContent, component: number, query: string): string {
  if (typeof child === 'string') return escapeText(child)
  if (child instanceof RawContent) return child.markup
  if (child instanceof Region) return paintRegion(child, query)
  let out = ''
  for (const row of child.rows) out += paintInstance(row, component, query)
  return out
}

function paintInstance(row: Instance, component: number, query: string): string {
  const { template, base, key, source } = row
  const shown = (slot: number) => row.shown[slot]!
  return paintTemplate(template, base, key, component, shown, { source, query })
}

// Where a form is sent without script. A page's own scripts never send it.
function paintPost(handler: unknown, query: string): string {
  const form = postOf(handler)
  if (form === undefined) return ''
  const action = `?${new URLSearchParams([...new URLSearchParams(query), [POSTED, form]])}`
  return ` method="post" action="${escapeAttribute(action)}"`
}

/** The parameter of an address that names the form which was sent without script. */
export const POSTED = 'lv-form'

/** One row with the strings of an `insert` instead of its own values; its child slots contain only text. */
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
  shown: (slot: number) => ChildContent | null,
  { source, query }: { source?: Rendered; query: string } = { query: '' },
): string {
  const at = (slot: number) => marker(component, base + 1 + slot)
  const row = `${marker(component, base)} ${template.name} ${escapeKey(key)}`
  let out = ''
  let selected: { from: number; values: string[] } | undefined
  for (const piece of template.pieces) {
    if (typeof piece === 'string') {
      out += piece
      // The choice of a <select> is written on its option, which may be from a list.
      if (selected && piece.includes('</select>')) {
        out = out.slice(0, selected.from) + select(out.slice(selected.from), selected.values)
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
        out += ` lv-s="${piece.slots.map((slot) => named(at(slot), template.slots[slot])).join(' ')}"`
        break
      case 'sole':
        out += ` lv-t="${slotMarker(at(piece.slot), shown(piece.slot))}"`
        break
      case 'start':
        out += `<!--${slotMarker(at(piece.slot), shown(piece.slot))}-->`
        break
      case 'end':
        out += `<!--/${slotMarker(at(piece.slot), shown(piece.slot))}-->`
        break
      case 'typed': {
        const slot = template.slots[piece.slot] as AttributeSlot
        out += startOf(String(givenOf(slot, shown(piece.slot) as string | null)))
        break
      }
      case 'content': {
        const child = shown(piece.slot) ?? ''
        const slot = template.slots[piece.slot]
        // The parser drops a newline directly after the start tag, but not after a marker.
        const isFirst = slot?.kind === 'child' && slot.within === 'pre' && slot.sole
        const text = child instanceof RawContent ? child.markup : child
        if (isFirst && typeof text === 'string' && text.startsWith('\n')) out += '\n'
        out += paintChild(child, component, query)
        break
      }
      case 'handler': {
        const slot = template.slots[piece.slot]
        if (slot?.kind !== 'handler') break
        out += ` lv-${slot.event}="${at(piece.slot)}"`
        if (slot.posts) out += paintPost(source?.values[slot.value], query)
        break
      }
      case 'attribute': {
        const slot = template.slots[piece.slot] as AttributeSlot
        const text = shown(piece.slot) as string | null
        if (slot.name === 'value' && slot.element === 'select')
          selected = { from: out.length, values: [givenOf(slot, text)].flat() }
        else if (slot.name !== 'value' || slot.element !== 'textarea')
          out += slot.property ? paintProperty(slot, text) : paintAttribute(slot.name, text)
        break
      }
      default:
        piece satisfies never
    }
  }
  return out
}

const slotMarker = (own: string, child: ChildContent | null) =>
  child instanceof Region ? mountMarker(own, child) : own

// A component that shows only another component shares its child slot.
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
  // Null: the visitor's alone.
  if (slot.name === 'value') return value === null ? '' : paintAttribute('value', String(value))
  return value === true ? ` ${slot.name}=""` : ''
}

/** Whether an attribute gives the property its first value; otherwise it is set once the tab has joined. */
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

// Of equal options the first, as setting the value would choose; of several marked ones the parser would take the last.
function select(options: string, values: readonly string[]): string {
  const left = new Set(values)
  return options.replace(OPTION, (whole, attributes: string, label: string) => {
    const value = /\svalue="([^"]*)"/.exec(attributes)?.[1] ?? labelOf(label)
    if (!left.delete(unescaped(value))) return whole
    return `<option${attributes} selected="">${label}`
  })
}

// An attribute's value may contain a >.
const OPTION = /<option\b((?:"[^"]*"|[^">])*)>((?:(?!<\/?(?:option|optgroup|select)\b)[\s\S])*)/g

// An option without a value uses its text, with white space trimmed and collapsed.
const labelOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim()

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name]!)

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

// The parser drops the first newline of a text area.
const startOf = (text: string) => (text.startsWith('\n') ? '\n' : '') + escapeText(text)

const givenOf = (slot: AttributeSlot, text: string | null): string | string[] =>
  text === null ? '' : slot.property ? (JSON.parse(text) ?? '') : text

// The client keeps the server's value apart from the visitor's, and must know where there is a value to keep.
// The number is also a separate attribute, for clients that keep nothing.
const named = (at: string, slot: Template['slots'][number] | undefined): string =>
  slot?.kind === 'attribute' && GIVEN.has(slot.name)
    ? `${at} ${at}:${slot.property ? '.' : ''}${slot.name}`
    : at

const GIVEN = new Set(['value', 'checked', 'selected', 'open'])
