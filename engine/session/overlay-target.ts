/** Names what a driver's write is about, so that two writes about the same thing replace each other. */
import type { DriverWrite } from '../component/component.ts'
import type { DriveKind } from '../protocol/names.ts'
import type { AttributeSlot } from '../template/template.ts'

/** Of an element: all that stands in it, itself taken out, nodes behind the rest, a field's value, one attribute, one style. */
export type OverlayTarget =
  | 'content'
  | 'removed'
  | 'nodes'
  | 'value'
  | `attr:${string}`
  | `style:${string}`

/** Writes that leave nothing to draw again. */
type OneTimeKind = Extract<DriveKind, 'evalScript' | 'focus'>
/** A write that a repaint must draw again. */
export type LastingWrite = DriverWrite & { kind: Exclude<DriveKind, OneTimeKind> }

export const isLasting = <Write extends { kind: DriveKind }>(
  write: Write,
): write is Write & Pick<LastingWrite, 'kind'> =>
  write.kind !== 'evalScript' && write.kind !== 'focus'

/** One thing of one element that a driver has written. */
export interface Overlay {
  /** The component whose driver it was. */
  path: string
  /** The element's id; empty for the component's root element. */
  target: string
  thing: OverlayTarget
  /** One write, or every node that was appended. */
  writes: LastingWrite[]
  /** Grows with every write: later ones lie over earlier ones. */
  order: number
  /** Which element it is, once the tab has been shown it: another one with the same id does not count. */
  where?: string
  /** What the template gave for this thing when the write was shown. */
  under?: string | null
}

/** `tag` is the element's name where the template tells. */
export function overlayTargetOf(
  { kind, name }: LastingWrite,
  tag: string | undefined,
): OverlayTarget {
  switch (kind) {
    case 'setHTML':
    case 'setText':
      return 'content'
    case 'fillValue':
      return tag === undefined || FIELDS.has(tag) ? 'value' : 'content'
    case 'setValue':
      return 'value'
    case 'setProperty':
      return propertyThing(name)
    case 'setAttribute':
      return name === 'style' ? 'style:' : `attr:${name.toLowerCase()}`
    case 'setStyle':
      return `style:${name}`
    case 'addNode':
      return 'nodes'
    case 'remove':
      return 'removed'
    default:
      return kind satisfies never
  }
}

/** What a slot on an element says something about: a style attribute about every style. */
export const slotTarget = ({ name, property }: AttributeSlot): OverlayTarget =>
  property ? propertyThing(name) : name === 'style' ? 'style:' : `attr:${name.toLowerCase()}`

export const isContent = (thing: OverlayTarget): boolean =>
  thing === 'content' || thing === 'removed'

/** The ids in markup that no template has read. */
export function idsIn(markup: string): string[] {
  const found = markup.matchAll(/\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)
  return [...found].map(([, quoted, single, bare]) => (quoted ?? single ?? bare)!)
}

const propertyThing = (name: string): OverlayTarget =>
  /^(innerHTML|innerText|textContent)$/.test(name)
    ? 'content'
    : name === 'value'
      ? 'value'
      : `attr:${ATTRIBUTES[name] ?? name.toLowerCase()}`

const FIELDS = new Set(['input', 'textarea', 'select'])
const ATTRIBUTES: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' }
