/** Encodes the components' state after every turn, and undoes a failed turn. */
import type { Leaving } from '../component/life.ts'
import type { ComponentNode } from '../component/node.ts'
import { decodeState, encodeState, type StoredState } from '../state/codec.ts'
import { type RestoreReport, restoreState, rollBackState } from '../state/restore.ts'

export class States {
  private changed: Map<string, string | null> | undefined
  /** Component path → fields that a take-over could not restore. */
  reports: Map<string, RestoreReport> | undefined
  private readonly maxBytes: number
  /** State that waits for its component to be made again. */
  stored: Map<string, string> | undefined
  /** The states of components that this turn has unmounted. */
  private left: Map<string, string> | undefined

  /** `stored` is what another process wrote, if this one takes the session over. */
  constructor(maxBytes: number, stored?: ReadonlyMap<string, string>) {
    this.maxBytes = maxBytes
    if (stored && stored.size > 0) this.stored = new Map(stored)
  }

  /** Restores a component that was just constructed; false if nothing is stored for it. */
  restore(node: ComponentNode): boolean {
    const text = this.stored?.get(node.path)
    if (text === undefined) return false
    this.stored?.delete(node.path)
    const state = readState(text)
    // Unreadable state is lost for this component alone; it is reset, and the report says so.
    if ('why' in state) {
      this.report(node, { restored: [], reset: [{ field: '', why: state.why }] })
      return false
    }
    this.report(node, restoreState(node.component, state, node.snapshot.own))
    return true
  }

  /** Fields that a take-over could not restore, with the reason. */
  resetFields(): { component: string; field: string; why: string }[] {
    return [...(this.reports ?? [])].flatMap(([component, report]) =>
      report.reset.map((reset) => ({ component, ...reset })),
    )
  }

  /**
   * Drops state that no component has claimed by now; a component mounted later starts fresh. But state below a
   * component that is not ready yet, or below a failed boundary, is kept.
   */
  restored(nodes: Iterable<ComponentNode>): void {
    const { stored } = this
    if (!stored) return
    const waiting = [...nodes].filter(({ life }) => life.unready || life.failure)
    for (const path of stored.keys()) {
      if (waiting.some((node) => path.startsWith(`${node.path}/`))) continue
      stored.delete(path)
      this.change(path, null)
    }
  }

  /**
   * Finds every component whose state differs from what is stored. It is rendered, and so is `ran`, whose code has run in the
   * turn; without `ran` they all just were.
   * @throws StateError that names the field which can't be stored.
   */
  collect(nodes: Iterable<ComponentNode>, ran?: ComponentNode): void {
    // Nothing is noted before all could be encoded.
    let texts: [ComponentNode, string][] | undefined
    for (const node of nodes) {
      // A take-over before its `start` is done, or after it has failed, has to start it again.
      if (node.life.unready) continue
      if (node.snapshot.isOutdated) node.snapshot.compared()
      const text = this.textOf(node)
      if (text !== node.snapshot.text) (texts ??= []).push([node, text])
    }
    ran?.rendering.invalidate()
    for (const [node, text] of texts ?? []) {
      node.snapshot.take(text)
      if (ran && node !== ran) node.rendering.invalidate()
      this.changed ??= new Map()
      this.changed.set(node.path, text)
    }
  }

  /** Whether a component's state is the same as when it was last stored. */
  isKept(node: ComponentNode): boolean {
    const { text } = node.snapshot
    return text !== undefined && this.textNow(node) === text
  }

  /** A component's current state, encoded; undefined when it can't be stored. */
  textNow(node: ComponentNode): string | undefined {
    try {
      // A first page is usually encoded only once more, so its rows are not worth remembering.
      return this.textOf(node, node.snapshot.text !== undefined)
    } catch {
      return undefined
    }
  }

  /** The same for components that a refresh mounted or gave other props. */
  collectNew(nodes: Iterable<ComponentNode>): void {
    let fresh: ComponentNode[] | undefined
    for (const node of nodes) {
      if (node.snapshot.isOutdated) (fresh ??= []).push(node)
    }
    if (fresh) this.collect(fresh)
  }

  /** Component path → what to write, or null to delete it; each is returned once. */
  take(): ReadonlyMap<string, string | null> {
    const taken = this.changed ?? UNCHANGED
    this.changed = undefined
    this.left = undefined
    return taken
  }

  forget({ path, snapshot }: ComponentNode, leaving: Leaving): void {
    const { text } = snapshot
    if (text !== undefined) {
      if (leaving === 'failed') (this.stored ??= new Map()).set(path, text)
      else (this.left ??= new Map()).set(path, text)
    }
    if (leaving === 'ended') this.change(path, null)
  }

  /** Resets every component to what is stored: its state before the failed turn. */
  rollBack(nodes: Iterable<ComponentNode>): void {
    for (const { component, snapshot, rendering } of nodes) {
      if (snapshot.text === undefined) continue
      rollBackState(component, decodeState(snapshot.text), snapshot.own, snapshot.holders)
      rendering.invalidate()
    }
    // A component that a commit in the middle of the turn removed comes back as it was.
    for (const [path, text] of this.left ?? []) {
      ;(this.stored ??= new Map()).set(path, text)
      this.change(path, text)
    }
  }

  /** Everything must be written again: the store has lost it. */
  rewrite(nodes: Iterable<ComponentNode>): void {
    for (const { path, snapshot } of nodes) {
      if (snapshot.text !== undefined) this.change(path, snapshot.text)
    }
  }

  private textOf(node: ComponentNode, remembers = true): string {
    const { component, snapshot } = node
    return encodeState(component, {
      engineOwn: snapshot.own,
      initial: snapshot.kinds,
      maxBytes: this.maxBytes,
      texts: remembers ? (snapshot.rows ?? snapshot.keepRows()) : undefined,
    })
  }

  private change(path: string, text: string | null) {
    ;(this.changed ??= new Map()).set(path, text)
  }

  private report(node: ComponentNode, report: RestoreReport) {
    ;(this.reports ??= new Map()).set(node.path, report)
  }
}

const UNCHANGED: ReadonlyMap<string, string | null> = new Map()

function readState(text: string): StoredState | { why: string } {
  try {
    return decodeState(text)
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
