/** Writes the components' state down after every turn, and takes a failed turn back. */
import type { ComponentNode } from '../component/node.ts'
import { decodeState, encodeState } from '../state/codec.ts'
import { type FieldKinds, kindsOf, stateFields } from '../state/fields.ts'
import { type FillReport, fillState } from '../state/fill.ts'

export class States {
  private changed = new Map<string, string | null>()
  /** Component path → fields that a take-over could not restore. */
  readonly reports = new Map<string, FillReport>()
  private readonly kinds = new WeakMap<ComponentNode, FieldKinds>()
  private readonly maxBytes: number
  private stored: ReadonlyMap<string, string>

  /** `stored` is what another process wrote, when this one takes the session up. */
  constructor(maxBytes: number, stored: ReadonlyMap<string, string> = new Map()) {
    this.maxBytes = maxBytes
    this.stored = stored
  }

  /** Fills a component that was just constructed; false when nothing is stored for it. */
  restore(node: ComponentNode): boolean {
    this.kinds.set(node, kindsOf(node.component))
    const text = this.stored.get(node.path)
    if (text === undefined) return false
    this.reports.set(node.path, fillState(node.component, decodeState(text)))
    return true
  }

  /** What was stored and has found its component is used up; a component mounted later starts afresh. */
  restored(): void {
    this.stored = new Map()
  }

  /**
   * Notes every component whose state differs from what is stored, and marks it to be rendered.
   * @throws StateError that names the field which can't be stored.
   */
  collect(nodes: Iterable<ComponentNode>): void {
    const texts: [ComponentNode, string][] = []
    for (const node of nodes) {
      node.newProps = false
      const initial = this.kinds.get(node)
      const text = encodeState(node.component, {
        name: node.name,
        initial,
        maxBytes: this.maxBytes,
      })
      if (text !== node.stored) texts.push([node, text])
    }
    for (const [node, text] of texts) {
      node.stored = text
      node.dirty = true
      this.changed.set(node.path, text)
    }
  }

  /** The same for components that were mounted or given other props since. */
  collectNew(nodes: Iterable<ComponentNode>): void {
    this.collect([...nodes].filter((node) => node.stored === undefined || node.newProps))
  }

  /** Component path → what must be written, or null for what must go; each is given once. */
  take(): ReadonlyMap<string, string | null> {
    const taken = this.changed
    this.changed = new Map()
    return taken
  }

  forget(node: ComponentNode): void {
    this.changed.set(node.path, null)
  }

  /** Puts every component back to what is stored: the start of the turn that failed. */
  rollBack(nodes: Iterable<ComponentNode>): void {
    for (const node of nodes) {
      if (node.stored === undefined) continue
      const stored = decodeState(node.stored)
      for (const field of stateFields(node.component)) {
        if (!Object.hasOwn(stored.fields, field)) Reflect.deleteProperty(node.component, field)
      }
      fillState(node.component, stored)
      node.dirty = true
    }
  }
}
