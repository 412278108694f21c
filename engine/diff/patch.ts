/** What the differ reads and writes. */
import type { Op } from '../protocol/ops.ts'
import type { BuildTarget } from '../template/build.ts'

/** The differ changes nothing else. */
export interface Patch extends BuildTarget {
  ops: Op[]
  /** The last frame that the tab has acknowledged: what was removed before it can be forgotten. */
  acknowledged: number
}
