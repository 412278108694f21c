/** What a tree of components asks of the session it belongs to. */
import type { Fault } from './fault.ts'
import type { ComponentNode } from './node.ts'
import type { Standing, Standpoint } from './place.ts'

export interface TreeHost {
  /** Promises that components make are held against what they do: for development. */
  readonly checks: boolean
  place(at: Standpoint): Standing
  /** Fills a freshly constructed component from the store; false when nothing is stored for it. */
  restore(node: ComponentNode): boolean
  /** Its state as it is now, written down; undefined for what can't be. */
  stateText(node: ComponentNode): string | undefined
  /** What drivers have written over, if anything: `cover` gives a view without it. */
  readonly drawn: { readonly overlays: { cover(path: string, view: unknown): unknown } | undefined }
  /** A `start` that was not done at once has settled. */
  started(node: ComponentNode): void
  /** `keeps`: a retry of the boundary above will ask for its state again. */
  unmounted(node: ComponentNode, keeps: boolean): void
  fault(fault: Fault): void
  /** Something threw and was answered for in the view itself. */
  recovered(fault: Fault): void
}
