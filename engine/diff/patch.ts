/** What the differ writes to and may rely on. */
import type { Op } from '../protocol/ops.ts'
import type { BuildTarget } from '../template/build.ts'

/** The differ touches nothing else. */
export interface Patch extends BuildTarget {
  ops: Op[]
  /** The last frame that the tab has acknowledged: what it saw before can be forgotten. */
  acknowledged: number
}
