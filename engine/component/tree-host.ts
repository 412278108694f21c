/** What a tree of components needs from its session. */

import type { Standing, Standpoint } from './construction.ts'
import type { Fault } from './fault.ts'
import type { Leaving } from './life.ts'
import type { ComponentNode } from './node.ts'

export interface TreeHost {
  /** Checks whether components keep their promises: for development. */
  readonly checks: boolean
  place(at: Standpoint): Standing
  /** Restores a freshly constructed component from the store; false if nothing is stored for it. */
  restore(node: ComponentNode): boolean
  /** Its current state, encoded; undefined if it can't be. */
  stateText(node: ComponentNode): string | undefined
  /** What drivers have written, if anything: `cover` returns a view without it. */
  readonly drawn: { readonly overlays: { cover(path: string, view: unknown): unknown } | undefined }
  /** An asynchronous `start` has settled. */
  started(node: ComponentNode): void
  unmounted(node: ComponentNode, leaving: Leaving): void
  fault(fault: Fault): void
  /** Something threw, and the view itself has handled it. */
  recovered(fault: Fault): void
}
