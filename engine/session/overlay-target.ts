/** Names what a driver's write is about, so that a later write to the same target replaces an earlier one. */
import type { DriverWrite } from '../component/component.ts'
import type { DriveKind } from '../protocol/names.ts'
import type { AttributeSlot } from '../template/template.ts'

/** What of an element a write covers: its content, its presence, nodes after its content, a field's value, one attribute, one style. */
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

/** One target that a driver has written to. */
export interface Overlay {
  /** The component of the driver. */
  path: string
  /** The element's id; empty for the component's root element. */
  target: string
  thing: OverlayTarget
  /** One write, or every node that was appended. */
  writes: LastingWrite[]
  /** Grows with every write: later ones cover earlier ones. */
  order: number
  /** Which element it is, once the tab has been shown it: another element with the same id does not count. */
  where?: string
  /** What the template gave for this target when the write was shown. */
  under?: string | null
}

/** `tag` is the element's name, if the template shows it. */
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

/** The target that a slot on an element sets; a style attribute sets every style. */
export const slotTarget = ({ name, property }: AttributeSlot): OverlayTarget =>
  property ? propertyThing(name) : name === 'style' ? 'style:' : `attr:${name.toLowerCase()}`

export const isContent = (thing: OverlayTarget): boolean =>
  thing === 'content' || thing === 'removed'

/** The ids in markup that is not from a template. */
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
