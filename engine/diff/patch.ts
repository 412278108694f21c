/** What the differ reads and writes. */
import type { Op } from '../protocol/ops.ts'
import type { BuildTarget } from '../template/build.ts'

/** The differ changes nothing else. */
export interface Patch extends BuildTarget {
  ops: Op[]
}
