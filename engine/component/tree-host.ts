/** What a tree of components asks of the session it belongs to. */

import type { Standing, Standpoint } from './construction.ts'
import type { Fault } from './fault.ts'
import type { ComponentNode, Leaving } from './node.ts'

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
  unmounted(node: ComponentNode, leaving: Leaving): void
  fault(fault: Fault): void
  /** Something threw and was answered for in the view itself. */
  recovered(fault: Fault): void
}
