/** What waits for the tab beside state: pushed events, driver writes and reads, signals; and the overlays of drivers. */

import type { DriverWrite } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Json, Op } from '../protocol/ops.ts'
import { SessionError } from './errors.ts'

interface Pending {
  /** Undefined for ops of the session as a whole. */
  node: ComponentNode | undefined
  op: Op
}

/** Nodes that a driver appended are kept up to this many per target. */
const MOST_ADDED = 200

export class Outbox {
  private pending: Pending[] = []
  /** Overlay name → the driver's writes there, as JSON. */
  private readonly overlays: Map<string, string>
  private changed = new Map<string, string | null>()
  private readonly limit: number

  constructor(limit: number, overlays: ReadonlyMap<string, string> = new Map()) {
    this.limit = limit
    this.overlays = new Map(overlays)
  }

  /** @throws SessionError 'queue-full' when the tab takes nothing for too long. */
  add(op: Op, node?: ComponentNode): void {
    if (this.pending.length >= this.limit) {
      throw new SessionError(
        'queue-full',
        `The tab has not taken ${this.limit} messages that are not state (push, driver writes and reads). This one is not sent: send less, or show it from state, which is never queued.`,
      )
    }
    this.pending.push({ node, op })
  }

  /** Removes and returns everything that waits, each in its component. */
  take(): Op[] {
    const ops: Op[] = []
    let component = 0
    for (const { node, op } of this.pending) {
      const id = node?.region.id ?? component
      if (id !== component) ops.push({ op: 'component', id })
      component = id
      ops.push(op)
    }
    if (component !== 0) ops.push({ op: 'component', id: 0 })
    this.pending = []
    return ops
  }

  /** Driver writes that wait are part of the overlays, which a repaint shows anyway. */
  dropWrites(): void {
    this.pending = this.pending.filter(({ op }) => op.op !== 'drive' || op.kind === 'focus')
  }

  /** Overlays that changed, or null for those that went; each is given once. */
  takeOverlays(): ReadonlyMap<string, string | null> {
    const taken = this.changed
    this.changed = new Map()
    return taken
  }

  /** A driver's write: sent, and kept so that a later repaint shows it again. */
  write(node: ComponentNode, write: DriverWrite): void {
    const op: Op = { op: 'drive', ...write, value: (write.value ?? null) as Json }
    this.add(op, node)
    if (write.kind === 'evalScript' || write.kind === 'focus') return
    const name = overlayName(node.path, write)
    const value = { ...write, value: write.value ?? null }
    const kept =
      write.kind === 'addNode' ? [...this.writesAt(name), value].slice(-MOST_ADDED) : [value]
    this.overlays.set(name, JSON.stringify(kept))
    this.changed.set(name, this.overlays.get(name)!)
  }

  /** Every overlay is to be written again. */
  rewrite(): void {
    for (const [name, text] of this.overlays) this.changed.set(name, text)
  }

  forget(path: string): void {
    for (const name of this.overlays.keys()) {
      if (!name.startsWith(`${path}\n`)) continue
      this.overlays.delete(name)
      this.changed.set(name, null)
    }
  }

  /** Drive ops that paint every overlay of a component again. */
  repaint(node: ComponentNode): Op[] {
    const ops: Op[] = []
    for (const name of this.overlays.keys()) {
      if (!name.startsWith(`${node.path}\n`)) continue
      for (const write of this.writesAt(name)) {
        ops.push({ op: 'drive', ...write, value: write.value as Json })
      }
    }
    return ops
  }

  private writesAt(name: string): DriverWrite[] {
    return JSON.parse(this.overlays.get(name) ?? '[]')
  }
}

// Writes of content replace each other; a property or style only one of the same name.
function overlayName(path: string, { kind, target, name }: DriverWrite): string {
  const slot =
    kind === 'setHTML' || kind === 'setText' ? 'content' : kind === 'fillValue' ? 'setValue' : kind
  return [path, target, slot, name].join('\n')
}
