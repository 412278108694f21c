/** Brings rows into a new order with the fewest moves, as assembly/order.ts does. */
import { MOVE, PLACE } from '../../engine/protocol/opcodes.ts'
import type { Dom } from './imports.ts'

/** `bases` in the order in which the rows shall stand. */
export function order(bases: readonly number[], dom: Dom) {
  const places = bases.map((base) => dom[PLACE](base))
  // tails[n]: the row that ends the best run of n rows that stand right.
  const tails = [-1]
  const before: number[] = []
  for (const [i, place] of places.entries()) {
    if (!place) continue
    let low = 1
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[tails[middle]!]! < place) low = middle + 1
      else high = middle
    }
    before[i] = tails[low - 1]!
    tails[low] = i
  }
  let stays = tails.at(-1)!
  for (let i = bases.length - 1; i >= 0; i--) {
    if (i === stays) stays = before[i]!
    else dom[MOVE](bases[i]!, bases[i + 1] ?? 0)
  }
}
