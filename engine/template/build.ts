/** Turns a run of a template into an instance: numbers its slots, checks its values and turns them into text. */
import { commandsText } from './commands.ts'
import { yesAndNo } from './enumerated.ts'
import { TemplateError } from './errors.ts'
import { normalise, safeUrl, safeUrls } from './escape.ts'
import { type ChildContent, Instance, RawContent, Region, Rows, StreamRows } from './instances.ts'
import { Rendered } from './rendered.ts'
import { StreamList } from './stream.ts'
import type { AttributeSlot, ChildSlot } from './template.ts'
import { kindOf, List, Raw } from './values.ts'

/** Where instances are built: their component and the frame that will send them. */
export interface BuildTarget {
  region: Region
  frame: number
}

/** The value of a field that the server leaves as it is: what a visitor typed there is theirs alone. */
export const VISITORS = Symbol('the visitor’s')

/** A child slot's value in the form that the differ compares: text, a run of a template, keyed rows, raw markup, a component. */
export type ChildValue = string | Rendered | List | StreamList | Raw | Region

/** A value that stands for a component returns its region from this method. */
export const REGION = Symbol('region')

export function build(run: Rendered, key: string, place: BuildTarget): Instance {
  const source = run.taken()
  const { slots } = source.template
  const base = place.region.takeSlots(slots.length)
  source.since = place.frame
  const shown: (ChildContent | string | null)[] = new Array(slots.length)
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!
    if (slot.kind === 'child')
      shown[i] = buildChild(childValue(source.values[slot.value], slot), place)
    else shown[i] = slot.kind === 'attribute' ? attributeText(slot, source.values) : null
  }
  return new Instance(source, base, key, shown, place.frame)
}

export function buildChild(value: ChildValue, place: BuildTarget): ChildContent {
  if (typeof value === 'string' || value instanceof Region) return value
  if (value instanceof Raw) return new RawContent(normalise(value.markup))
  if (value instanceof Rendered) return new Rows([build(value, '', place)])
  if (value instanceof StreamList) return buildStream(value, place)
  return new Rows(value.rows.map((row, i) => build(row, value.keys[i]!, place)))
}

/** All rows that have content; the others are requested and come with a later run. */
export function buildStream(list: StreamList, place: BuildTarget): StreamRows {
  const rows = new StreamRows(list.source)
  const names = list.source.names()
  for (const key of names) {
    const row = list.fresh.get(key)
    if (row) rows.rows.push(build(row, key, place))
  }
  list.source.want(names.filter((key) => !list.fresh.has(key)))
  rows.version = list.version
  rows.unsent.add(list)
  place.region.streams = new Set([...place.region.streams, rows])
  list.source.placed(rows)
  return rows
}

/** Classifies a value. @throws TemplateError with what is allowed in a template and what was found. */
export function childValue(value: unknown, slot: ChildSlot): ChildValue {
  if (typeof value === 'string') return normalise(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (value instanceof Rendered) return slot.plain ? refuse(value, slot) : value
  if (value instanceof List || value instanceof StreamList || value instanceof Raw)
    return slot.plain ? refuse(value, slot) : value
  if (Array.isArray(value)) return unkeyed(value)
  if (typeof value === 'object' && REGION in value) {
    return (value as { [REGION](): Region })[REGION]()
  }
  return refuse(value, slot)
}

/** The text of an attribute or the JSON of a property; null when it must be absent. */
export function attributeText(slot: AttributeSlot, values: readonly unknown[]): string | null {
  if (slot.values.length === 1) {
    const value = values[slot.values[0]!]
    if (slot.name.startsWith('lv-do-')) return commandsText(slot.name, value)
    if (slot.property) return JSON.stringify(propertyValue(slot, value))
    if (slot.boolean) return value ? (yesAndNo(slot.name)?.[0] ?? '') : null
    if (slot.parts[0] === '' && slot.parts[1] === '') {
      if (value === null || value === undefined) return null
      if (typeof value === 'boolean') {
        const words = yesAndNo(slot.name)
        return words ? words[value ? 0 : 1] : value ? '' : null
      }
    }
  }
  let joined = slot.parts[0]!
  for (let i = 0; i < slot.values.length; i++) {
    joined += plainText(values[slot.values[i]!], slot) + slot.parts[i + 1]!
  }
  const settled = normalise(joined)
  if (!slot.url) return settled
  return slot.name === 'values' ? safeUrls(settled) : safeUrl(settled)
}

function propertyValue(slot: AttributeSlot, value: unknown): unknown {
  // All chosen options of a <select multiple>.
  if (slot.name === 'value' && slot.element === 'select' && Array.isArray(value))
    return value.map((one) => normalise(plainText(one, slot)))
  if (value === VISITORS) return null
  if (slot.name === 'value')
    return value === null || value === undefined ? '' : normalise(plainText(value, slot))
  if (slot.name === 'checked') return Boolean(value)
  if (/^(innerHTML|outerHTML|srcdoc)$/.test(slot.name)) {
    throw new TemplateError(
      'template-place',
      `Expected no value in .${slot.name}, received one: it would put text into the page as markup. Use \${raw(…)} as content.`,
    )
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new TemplateError(
      'template-value',
      `Expected a value that JSON can hold in .${slot.name} of <${slot.element}>, received ${kindOf(value)}. Convert it first.`,
    )
  }
  if (slot.url && typeof value === 'string') return safeUrl(normalise(value))
  return value ?? null
}

function plainText(value: unknown, slot: AttributeSlot): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (value === null || value === undefined) return ''
  throw new TemplateError(
    'template-value',
    `Expected text, a number or a boolean in ${slot.name} of <${slot.element}>, received ${kindOf(value)}.${advice(value)}`,
  )
}

// Without keys a row is identified by its position.
function unkeyed(values: readonly unknown[]): ChildValue {
  const rows = values.filter((value) => value !== null && value !== undefined && value !== false)
  if (rows.every((row) => row instanceof Rendered)) {
    return new List(
      rows.map((_, i) => String(i)),
      rows as Rendered[],
    )
  }
  const odd = rows.find((row) => !(row instanceof Rendered))
  throw new TemplateError(
    'template-value',
    `Expected html\`…\` for each item of a list, received ${kindOf(odd)}. Use each(items, key, (item) => html\`…\`).`,
  )
}

function refuse(value: unknown, slot: ChildSlot): never {
  const where = slot.within ? `in <${slot.within}>` : 'in a template'
  const wanted = slot.plain
    ? 'text or a number'
    : 'text, a number, html`…`, each(…), raw(…) or mount(…)'
  throw new TemplateError(
    'template-value',
    `Expected ${wanted} ${where}, received ${kindOf(value)}.${advice(value)}`,
  )
}

function advice(value: unknown): string {
  if (typeof value === 'function') return ' Call it, or write it as lv-click=${…}.'
  if (value instanceof Promise) return ' Wait for it in a handler, or use load().'
  return ' Show one of its fields, or JSON.stringify it.'
}
