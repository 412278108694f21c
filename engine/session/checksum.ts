/** Checks now and then that both ends agree: records what was sent to a tab, and computes its checksum. */
import type { ComponentNode } from '../component/node.ts'
import { stateHash } from '../diff/state-hash.ts'
import type { Op } from '../protocol/ops.ts'
import { templateOf } from '../template/template.ts'

export class Checksum {
  /** By component: slots below this one came with the first paint, for which the tab has no hash. */
  private painted = UNPAINTED
  /** By component: those of them that frames have changed since, one bit a slot. Most pages change few. */
  private told: number[][] | undefined
  /** Something was sent since the last hash. */
  isOpen = false
  /** Anything was sent. */
  hasTold = false
  private readonly every: number

  /** `every`: frames from one hash to the next. */
  constructor(every: number) {
    this.every = every
  }

  /** The tab has read these components from its first paint. */
  firstPaint(nodes: Iterable<ComponentNode>): void {
    this.forget()
    const painted: number[] = []
    for (const { region } of nodes) painted[region.id] = region.slotCount
    this.painted = shared(painted)
  }

  /** The tab is sent everything. */
  forget(): void {
    this.isOpen = false
    this.painted = UNPAINTED
    this.told = undefined
  }

  /** The hash for this frame, if one is due; `isPulse`: the frame has no ops. */
  due(
    frame: number,
    ops: readonly Op[],
    root: ComponentNode,
    isPulse: boolean,
  ): number | undefined {
    let component = 0
    for (const op of ops) {
      switch (op.op) {
        case 'component':
          component = op.id
          break
        case 'setText':
        case 'setAttr':
        case 'setHTML':
          this.tell(component, op.slot)
          break
        case 'insert':
          for (const index of templateOf(op.tpl)!.valued) this.tell(component, op.base + 1 + index)
          break
      }
    }
    if (!this.isOpen || (!isPulse && frame % this.every !== 0)) return undefined
    const hash = stateHash(root.region, (component, slot) => this.isTold(component, slot))
    this.isOpen = hash === undefined
    return hash
  }

  private tell(component: number, slot: number) {
    this.isOpen = this.hasTold = true
    if (slot >= (this.painted[component] ?? 0)) return
    const words = ((this.told ??= [])[component] ??= [])
    words[slot >> 5] = (words[slot >> 5] ?? 0) | (1 << (slot & 31))
  }

  private isTold(component: number, slot: number): boolean {
    if (slot >= (this.painted[component] ?? 0)) return true
    return (((this.told?.[component]?.[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 1
  }
}

const UNPAINTED: readonly number[] = []

// Most first paints of a page have the same slots, so their sessions share one list.
let last = UNPAINTED
function shared(painted: readonly number[]): readonly number[] {
  // A component that has left leaves a child slot, which `every` would pass over.
  const differs = painted.findIndex((slots, i) => last[i] !== slots) >= 0
  // Trimmed to its size, because it is kept.
  if (differs || last.length !== painted.length) last = painted.slice()
  return last
}
