/** Brings rows into a new order with the fewest moves, as assembly/order.ts does. */
import { keepsPlace } from '../../engine/protocol/keeps-place.ts'
import { MOVE, PLACE } from '../../engine/protocol/opcodes.ts'
import type { Dom } from './imports.ts'

/** `bases` in the order that the rows will have. */
export function order(bases: readonly number[], dom: Dom) {
  const keeps = keepsPlace(bases.map((base) => dom[PLACE](base) - 1))
  bases.reduceRight((next, base, i) => {
    if (!keeps[i]) dom[MOVE](base, next)
    return base
  }, 0)
}
