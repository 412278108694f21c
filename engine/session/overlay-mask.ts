/** Removes from a view what a driver has written over, and notes where the elements are that drivers have written to. */
import { Mount } from '../component/mount.ts'
import { placeOf } from '../component/placed.ts'
import { anatomyOf, type Part } from '../template/anatomy.ts'
import { attributeText } from '../template/build.ts'
import { Rendered } from '../template/rendered.ts'
import { List, Raw } from '../template/values.ts'
import { idsIn, type Overlay, type OverlayTarget, slotTarget } from './overlay-target.ts'

/** An element of a view. */
export interface Sight {
  /** The component that shows it. */
  path: string
  /** What identifies the element: component, place in its view, template. */
  where: string
  tag: string
  /** What the template gives for its targets. */
  things: ReadonlyMap<OverlayTarget, string | null | undefined>
  /** A driver removed it, and the view leaves it out. */
  takenOut: boolean
}

/** The result of covering a view. */
interface Cover {
  /** By id; the root element under the empty one. */
  sights: Map<string, Sight>
  /** Overlays on elements that were removed together with a parent. */
  lost: Overlay[]
  /** The component that is the whole view. */
  child: string | undefined
}

/** The overlays on an element of this view; `isRoot` for the component's root element. */
type OverlaysOn = (isRoot: boolean, id: string | undefined) => readonly Overlay[]

/** The view without what drivers have covered. */
export function maskView(view: unknown, path: string, on: OverlaysOn): { view: unknown } & Cover {
  const child = view instanceof Mount ? `${path}/${placeOf(view, '')}` : undefined
  const cover: Cover = { sights: new Map(), lost: [], child }
  return { view: visit(view, '', true, undefined), ...cover }

  // `hidden` is the order of the write that covers the value, if any.
  function visit(value: unknown, at: string, isRoot: boolean, hidden: number | undefined): unknown {
    if (value instanceof Rendered) return visitRendered(value, at, isRoot, hidden)
    if (value instanceof List) return visitRows(value, value.keys, value.rows, at, hidden)
    if (value instanceof Raw && hidden === undefined) lookInMarkup(value.given, at)
    if (!Array.isArray(value)) return value
    const rows = value.filter((row) => row !== null && row !== undefined && row !== false)
    return visitRows(value, [...rows.keys()].map(String), rows, at, hidden)
  }

  function visitRows(
    list: unknown,
    keys: readonly string[],
    rows: readonly unknown[],
    at: string,
    hidden: number | undefined,
  ): unknown {
    const covered = rows.map((row, i) => visit(row, `${at}[${keys[i]}]`, false, hidden))
    if (covered.every((row, i) => row === rows[i])) return list
    const stays = (_: unknown, i: number) => covered[i] !== ''
    return new List(keys.filter(stays), covered.filter(stays) as Rendered[])
  }

  function visitRendered(
    run: Rendered,
    at: string,
    isRoot: boolean,
    hidden: number | undefined,
  ): Rendered | '' {
    const { template } = run
    const covering = new Map<Part, number | undefined>()
    let isTakenOut = false
    for (const [i, part] of anatomyOf(template).entries()) {
      const above = part.around ? covering.get(part.around) : hidden
      const isTop = isRoot && i === 0 && startsWithElement(run)
      const own = look(run, part, `${path}\n${at}\n${template.name}.${i}`, isTop, above)
      covering.set(part, above ?? own?.order)
      if (own?.thing === 'removed' && template.single && i === 0) isTakenOut = true
    }
    const values = [...run.values]
    for (const [i, slot] of template.slots.entries()) {
      if (slot.kind !== 'child') continue
      const over = orderOver(i, covering) ?? hidden
      const inner = visit(run.values[slot.value], `${at}.${i}`, false, over)
      values[slot.value] = over === undefined ? inner : ''
    }
    if (isTakenOut) return ''
    return values.every((value, i) => value === run.values[i])
      ? run
      : new Rendered(template, values, run.owner)
  }

  /** Elements of raw markup are new elements as soon as it changes. */
  function lookInMarkup(markup: string, at: string) {
    const where = `${path}\n${at}\n${markup}`
    for (const id of idsIn(markup)) {
      if (on(false, id).length === 0 || cover.sights.has(id)) continue
      cover.sights.set(id, { path, where, tag: '', things: new Map(), takenOut: false })
    }
  }

  /** Notes an element that drivers have written to; returns what covers its content, if anything does. */
  function look(
    run: Rendered,
    part: Part,
    where: string,
    isTop: boolean,
    above: number | undefined,
  ) {
    const id = typeof part.id === 'object' ? attributeText(part.id, run.values) : part.id
    const overlays = on(isTop, id ?? undefined)
    if (overlays.length === 0) return undefined
    if (above !== undefined) {
      // A later write may mean an element with the same id in the driver's own markup.
      cover.lost.push(...overlays.filter(({ order }) => order < above))
      return undefined
    }
    const own = overlays.filter((one) => one.where === undefined || one.where === where)
    const removed = own.find(({ thing }) => thing === 'removed')
    // Nothing can be written to an element that no longer exists.
    if (removed) cover.lost.push(...overlays.filter((one) => one !== removed))
    const covering = removed ?? own.findLast(({ thing }) => thing === 'content')
    const things = new Map<OverlayTarget, string | null | undefined>()
    for (const { thing } of own) things.set(thing, givenFor(thing, part, run))
    const takenOut = removed !== undefined && run.template.single && !part.around
    const sight: Sight = { path, where, tag: part.name, things, takenOut }
    for (const { target } of overlays)
      if (!cover.sights.has(target)) cover.sights.set(target, sight)
    return covering
  }
}

function givenFor(
  thing: OverlayTarget,
  { slots }: Part,
  { values }: Rendered,
): string | null | undefined {
  const isStyle = thing.startsWith('style:')
  const slot = slots.find((one) => slotTarget(one) === (isStyle ? 'style:' : thing))
  return slot && attributeText(slot, values)
}

// The outermost covered element is first: nothing inside it is visible any more.
function orderOver(
  childSlot: number,
  covering: ReadonlyMap<Part, number | undefined>,
): number | undefined {
  for (const [part, order] of covering)
    if (order !== undefined && part.childSlots.has(childSlot)) return order
  return undefined
}

const startsWithElement = ({ template }: Rendered) =>
  template.pieces
    .find((piece) => typeof piece === 'string' || piece.piece === 'content')
    ?.toString()
    .startsWith('<') ?? false
