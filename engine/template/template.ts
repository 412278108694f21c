/** A compiled literal: its statics, its slots and its name, which is the same in other processes. */
import { textHash } from '../protocol/hash.ts'
import { TemplateError } from './errors.ts'

/** One dynamic place; slot number = base + 1 + its index. */
export type Slot = ChildSlot | AttributeSlot | HandlerSlot

export interface HandlerSlot {
  kind: 'handler'
  value: number
  event: string
  tag: number
  /** The `submit` of a form that says nothing of where it is sent without script. */
  posts?: boolean
}

export interface ChildSlot {
  kind: 'child'
  value: number
  within: string
  sole: boolean
  plain: boolean
  /** What the child slot inherits from the context of the template, and what the template's own elements add (`nesting.ts`). */
  keep: number
  own: number
}

/** The place of a component's view. */
export const ROOT_SLOT: ChildSlot = {
  kind: 'child',
  value: 0,
  within: '',
  sole: false,
  plain: false,
  keep: -1,
  own: 0,
}

export interface AttributeSlot {
  kind: 'attribute'
  name: string
  element: string
  /** Static text around the values: one more than values. */
  parts: readonly string[]
  values: readonly number[]
  /** Written as a property; painted as an attribute if one reflects it. */
  property: boolean
  /** Goes through `safeUrl`. */
  url: boolean
  /** `?name=`: present if the value is truthy. */
  boolean: boolean
  /** The number of its start tag in the literal: slots of one element share it. */
  tag: number
}

/** Text as written, or the number of the value that stands there. */
export type Given = string | number | undefined

/** A value that stands by itself in a start tag: its members, attributes and handlers, follow the literal's own values. */
export interface Binding {
  /** The number of the value. */
  readonly value: number
  /** The number of its first member among the values of a run. */
  readonly first: number
  readonly members: readonly string[]
  /** What else the start tag says. */
  readonly element: Readonly<
    Record<'type' | 'value' | 'multiple' | 'autocomplete' | 'id' | 'describedBy', Given>
  > & { readonly name: string }
}

/** A piece of the markup: static text, or a marker of a slot (or of the row itself). */
export type Piece =
  | string
  | { piece: 'row' | 'open' | 'close' }
  | { piece: 'slots'; slots: number[] }
  | { piece: 'sole'; slot: number }
  | { piece: 'start' | 'content' | 'end'; slot: number }
  | { piece: 'attribute'; slot: number }
  | { piece: 'typed'; slot: number }
  | { piece: 'handler'; slot: number }

export interface Template {
  /** Its number in this process. */
  readonly number: number
  /** The hash of its markup: the same in every process. */
  readonly name: string
  readonly slots: readonly Slot[]
  readonly pieces: readonly Piece[]
  /** The root is exactly one element and nothing else. */
  readonly single: boolean
  /** Where one of these masks is set, the parser would move a part of it. */
  readonly forbids: number
  /** The markup of a `template` op: relative markers, no values. */
  readonly markup: string
  /** Slots whose strings an `insert` carries, in order. */
  readonly valued: readonly number[]
  readonly handlers: readonly HandlerSlot[]
  /** Values among attributes; their members follow the values of the literal. */
  readonly bindings: readonly Binding[]
  readonly svg: boolean
}

/** Gives a compiled literal its name and number; equal literals share both. */
export function register(
  parts: Omit<Template, 'number' | 'name' | 'markup' | 'valued' | 'handlers'>,
): Template {
  const markup = relativeMarkup(parts)
  // The markup does not show how an attribute is composed.
  const whole = JSON.stringify([markup, parts.slots, parts.pieces, parts.bindings])
  const known = templates.get(whole)
  if (known) return known
  if (byNumber.length >= MAX_TEMPLATES) {
    throw new TemplateError(
      'template-syntax',
      'Expected at most 20,000 different templates in a program, received one more. Put what changes into ${…}, not into the markup.',
    )
  }
  const valued: number[] = []
  for (const [index, slot] of parts.slots.entries()) if (slot.kind !== 'handler') valued.push(index)
  const template = {
    ...parts,
    number: byNumber.length,
    name: (textHash(markup) >>> 0).toString(36),
    markup,
    valued,
    handlers: parts.slots.filter((slot) => slot.kind === 'handler'),
  }
  templates.set(whole, template)
  byNumber.push(template)
  return template
}

/** Joins neighbouring texts. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') out[out.length - 1] = last + piece
    else if (piece !== '') out.push(piece)
  }
  return out
}

/** The template behind a number of this process. */
export const templateOf = (number: number): Template | undefined => byNumber[number]

// A program has a limited number of literals; code that makes templates at run time must not fill the memory.
const MAX_TEMPLATES = 20_000
const byNumber: Template[] = []
const templates = new Map<string, Template>()

function relativeMarkup(parts: Pick<Template, 'slots' | 'pieces' | 'single' | 'svg'>): string {
  let out = ''
  for (const piece of parts.pieces) {
    if (typeof piece === 'string') {
      out += piece
      continue
    }
    switch (piece.piece) {
      case 'row':
        break
      case 'open':
        out += '<!--[-->'
        break
      case 'close':
        out += '<!--]-->'
        break
      case 'slots':
        out += ` lv-s="${piece.slots.map((slot) => `${slot + 1}:${nameOf(parts.slots[slot]!)}`).join(' ')}"`
        break
      case 'sole':
        out += ` lv-t="${piece.slot + 1}"`
        break
      case 'start':
        out += `<!--${piece.slot + 1}-->`
        break
      case 'end':
        out += `<!--/${piece.slot + 1}-->`
        break
      case 'handler': {
        const slot = parts.slots[piece.slot]
        if (slot?.kind === 'handler') out += ` lv-${slot.event}="${piece.slot + 1}"`
        break
      }
      case 'content':
      case 'attribute':
      case 'typed':
        break
      default:
        piece satisfies never
    }
  }
  return parts.svg ? `<svg lv-svg>${out}</svg>` : out
}

const nameOf = (slot: Slot) =>
  slot.kind === 'attribute' ? (slot.property ? `.${slot.name}` : slot.name) : ''
