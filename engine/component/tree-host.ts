/** What a tree of components needs from its session. */

import type { Standing, Standpoint } from './construction.ts'
import type { Fault } from './fault.ts'
import type { Leaving } from './life.ts'
import type { ComponentNode } from './node.ts'
import type { Outcome } from './outcome.ts'

export interface TreeHost {
  /** `debug`: components are checked for whether they keep their promises. */
  readonly around: { readonly debug: boolean }
  readonly states: {
    /** Restores a freshly constructed component from the store; false if nothing is stored for it. */
    restore(node: ComponentNode): boolean
    /** Its current state, encoded; undefined if it can't be. */
    textNow(node: ComponentNode): string | undefined
  }
  /** What drivers have written, if anything: `cover` returns a view without it. */
  readonly outbox: {
    readonly overlays: { cover(path: string, view: unknown): unknown } | undefined
  }
  /** The context of a new component. */
  place(at: Standpoint): Standing
  /** Its asynchronous `start` has settled. */
  changed(node: ComponentNode): void
  /** It has ended. */
  forget(node: ComponentNode, leaving: Leaving): void
  tell(fault: Fault): void
  /** The visit ends elsewhere: `redirect`, `notFound` or `forbidden` was thrown. */
  leave(outcome: Outcome): void
  /** Something threw, and the view itself has handled it. */
  recovered(fault: Fault): void
}
