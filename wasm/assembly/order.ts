/** Brings rows into a new order with the fewest moves: the longest run of rows that are already in order stays. */
import * as code from '../../engine/protocol/opcodes.ts'
import * as dom from './dom.ts'
import * as input from './input.ts'

// A row is four numbers: its base, its place, the row before it in the best run that it ends, and
// (of the run with as many rows as its index) the row that ends the best run. Row 0 means none.
const BASE: usize = 0
const PLACE: usize = 4
const BEFORE: usize = 8
const TAIL: usize = 12

/** Reads the steps of `count` rows and calls for the moves (patience sorting, as in Fredman 1975). */
export function order(count: i32): void {
  if (count > code.MAX_ROWS) input.fail(code.MALFORMED)
  const rows = input.scratch((count + 1) << 4)
  let longest = 0
  let row = rows
  const last = rows + (count << 4)
  store<i32>(rows, 0, TAIL)
  while (row < last) {
    const step = input.varint()
    for (let times = step & 1 ? input.varint() : 1; times > 0; times--) {
      if (row === last) input.fail(code.MALFORMED)
      row += 16
      const base = input.base(step >>> 1)
      const place = dom.op(code.PLACE, base, 0, 0, 0, 0, 0)
      store<i32>(row, base, BASE)
      store<i32>(row, place, PLACE)
      if (place === 0) continue
      let low = 1
      let high = longest + 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (load<i32>(load<i32>(rows + (middle << 4), TAIL), PLACE) < place) low = middle + 1
        else high = middle
      }
      store<i32>(row, load<i32>(rows + ((low - 1) << 4), TAIL), BEFORE)
      store<i32>(rows + (low << 4), row, TAIL)
      if (low > longest) longest = low
    }
  }
  let stays = load<i32>(rows + (longest << 4), TAIL)
  let next = 0
  for (; row > rows; row -= 16) {
    const base = load<i32>(row, BASE)
    if (row === stays) stays = load<i32>(row, BEFORE)
    else dom.op(code.MOVE, base, next, 0, 0, 0, 0)
    next = base
  }
}
