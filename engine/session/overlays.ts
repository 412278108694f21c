/** What drivers have drawn over the templates: kept by element and target until the template changes or removes it. */
import type { DriverWrite } from '../component/component.ts'
import { maskView, type Sight } from './overlay-mask.ts'
import {
  idsIn,
  isContent,
  type LastingWrite,
  type Overlay,
  overlayTargetOf,
} from './overlay-target.ts'

/** A write, and the component of its driver. */
export interface PlacedWrite {
  path: string
  write: LastingWrite
}

/** Per target, at most this many appended nodes are kept. */
const MAX_ADDED = 200

export class Overlays {
  private readonly all = new Map<string, Overlay>()
  private changed = new Map<string, string | null>()
  /** Component path → the elements of its view that drivers have written to. */
  private readonly sights = new Map<string, ReadonlyMap<string, Sight>>()
  /** Components that show one other component and nothing else. */
  private readonly through = new Map<string, string>()
  private order = 0
  /** The views have been searched for all writes up to this one. */
  private lookedFor: number

  constructor(stored: ReadonlyMap<string, string> = new Map()) {
    const overlays = [...stored.values()].map((text) => JSON.parse(text) as Overlay)
    for (const overlay of overlays.sort((a, b) => a.order - b.order)) {
      this.all.set(nameOf(overlay), overlay)
      this.order = Math.max(this.order, overlay.order)
    }
    this.lookedFor = this.order
  }

  /** Keeps a write. Returns the component whose view must run again because it shows the element; undefined if it is not known. */
  write(path: string, write: LastingWrite): string | undefined {
    const { target } = write
    const sight = this.sightOf(path, target)
    const thing = overlayTargetOf(write, sight?.tag)
    const key = { path, target, thing }
    const before = this.all.get(nameOf(key))
    this.replace({ ...key, order: this.order + 1, where: sight?.where })
    const writes =
      thing === 'nodes' ? [...(before?.writes ?? []), write].slice(-MAX_ADDED) : [write]
    // What was written to an appended node covers it, even if more are appended later.
    const order = (thing === 'nodes' && before?.order) || ++this.order
    this.keep({ ...key, writes, order })
    return sight?.path
  }

  /** A component's newest view without what drivers have written over. */
  cover(path: string, view: unknown): unknown {
    if (this.all.size === 0) return view
    const covered = maskView(view, path, (isRoot, id) =>
      [...this.all.values()].filter((one) =>
        one.target === '' ? isRoot && this.showing(one.path) === path : one.target === id,
      ),
    )
    if (covered.child === undefined) this.through.delete(path)
    else this.through.set(path, covered.child)
    this.sights.set(path, covered.sights)
    for (const lost of covered.lost) this.drop(lost)
    return covered.view
  }

  /** Every view that may show an element written to so far has run. */
  looked(): void {
    this.lookedFor = this.order
  }

  /**
   * Call it when a frame is made from the newest views: where the template has a new value, or the element has left the page, the
   * overlay ends. Returns classes that must be written whole, since the differ only knows what was added.
   */
  settle(): PlacedWrite[] {
    const whole: PlacedWrite[] = []
    for (const overlay of [...this.all.values()]) {
      const { path, target, thing, where, under } = overlay
      if (this.all.get(nameOf(overlay)) !== overlay) continue
      const sight = this.sightOf(path, target)
      const now = sight?.things.get(thing)
      if (where === undefined) {
        if (sight) this.shown({ ...overlay, where: sight.where, under: now }, sight.tag)
        // The element does not exist, so nothing was written; an element that gets its id later is another one.
        else if (overlay.order <= this.lookedFor && !this.isInMarkup(target)) this.remove(overlay)
      } else if (sight?.where !== where) this.drop(overlay)
      else if (now !== under) {
        this.drop(overlay)
        if (thing !== 'attr:class') continue
        const write = { kind: 'setAttribute', target, name: 'class', value: now ?? null } as const
        whole.push({ path, write })
      }
    }
    return whole
  }

  /** Everything drawn over the page, in order; with `on`, only over that component's elements. */
  writes(on?: string): PlacedWrite[] {
    const ids = new Set<string>()
    const writes: PlacedWrite[] = []
    for (const one of [...this.all.values()].sort((a, b) => a.order - b.order)) {
      const { path, target } = one
      const isIn = on === undefined || this.sightOf(path, target)?.path === on || ids.has(target)
      if (!isIn) continue
      for (const id of markupIds(one)) ids.add(id)
      for (const write of one.writes)
        if (!this.isTakenOut(path, write)) writes.push({ path, write })
    }
    return writes
  }

  /** The view itself leaves the element out, so the tab need not be told. */
  isTakenOut(path: string, { kind, target }: Pick<DriverWrite, 'kind' | 'target'>): boolean {
    return kind === 'remove' && this.sightOf(path, target)?.takenOut === true
  }

  /** Overlays that changed, or null for those that ended; each is returned once. */
  take(): ReadonlyMap<string, string | null> {
    const taken = this.changed
    if (taken.size > 0) this.changed = new Map()
    return taken
  }

  /** Every overlay must be stored again. */
  rewrite(): void {
    for (const [name, overlay] of this.all) this.changed.set(name, JSON.stringify(overlay))
  }

  /** A component has ended: drops what its driver wrote, and what others wrote to its elements. */
  forget(path: string): void {
    this.sights.delete(path)
    this.through.delete(path)
    for (const overlay of [...this.all.values()]) {
      if (overlay.path === path || overlay.where?.startsWith(`${path}\n`)) this.drop(overlay)
    }
  }

  private sightOf(path: string, target: string): Sight | undefined {
    if (target === '') return this.sights.get(this.showing(path))?.get('')
    for (const sights of this.sights.values()) {
      const sight = sights.get(target)
      if (sight) return sight
    }
    return undefined
  }

  private isInMarkup(id: string): boolean {
    return [...this.all.values()].some((one) => markupIds(one).includes(id))
  }

  // Only the element shows what filling it meant: its value, or its content.
  private shown(overlay: Overlay, tag: string) {
    this.remove(overlay)
    const known = { ...overlay, thing: overlayTargetOf(overlay.writes[0]!, tag) }
    this.replace(known)
    this.keep(known)
  }

  /** The innermost component that shows the root element of this one: a component may show only another component. */
  private showing(path: string): string {
    const child = this.through.get(path)
    return child === undefined ? path : this.showing(child)
  }

  private keep(overlay: Overlay) {
    const name = nameOf(overlay)
    // After the others: a map keeps the order in which keys were first set.
    this.all.delete(name)
    this.all.set(name, overlay)
    this.changed.set(name, JSON.stringify(overlay))
  }

  // The content of the element is gone, and with it what was written to elements in it. A component's root element has two
  // names, the empty one and its id; so has what its mount shows: the place shows that both are the same.
  private replace({ path, target, thing, where, order }: Omit<Overlay, 'writes'>) {
    if (!isContent(thing) && thing !== 'style:') return
    for (const overlay of [...this.all.values()]) {
      const isNamed = overlay.path === path && overlay.target === target
      const isThere = where !== undefined && overlay.where === where
      if ((!isNamed && !isThere) || overlay.order >= order) continue
      const isInside =
        thing === 'style:'
          ? overlay.thing.startsWith('style:')
          : overlay.thing === 'content' || overlay.thing === 'nodes'
      if (isInside) this.drop(overlay)
    }
  }

  /** It is gone, and so are the elements of its own markup. */
  private drop(overlay: Overlay) {
    if (!this.remove(overlay)) return
    const ids = markupIds(overlay)
    for (const inner of [...this.all.values()]) {
      if (ids.includes(inner.target) && inner.where === undefined) this.drop(inner)
    }
  }

  private remove(overlay: Overlay): boolean {
    const name = nameOf(overlay)
    this.changed.set(name, null)
    return this.all.delete(name)
  }
}

const markupIds = ({ thing, writes }: Overlay) =>
  isContent(thing) || thing === 'nodes' ? writes.flatMap(({ value }) => idsIn(String(value))) : []

const nameOf = ({ path, target, thing }: Pick<Overlay, 'path' | 'target' | 'thing'>) =>
  [path, target, thing].join('\n')
