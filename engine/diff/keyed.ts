/** Finds the rows of a reordered list that need not move. */

/**
 * For rows given by where they stood before (-1: nowhere), which of them keep their place: the longest
 * increasing subsequence (patience sorting, as in Fredman 1975; n log n).
 */
export function keepsPlace(from: readonly number[]): boolean[] {
  // tails[k]: index of the row that ends the best run of length k + 1.
  const tails: number[] = []
  const before = new Array<number>(from.length).fill(-1)
  for (let i = 0; i < from.length; i++) {
    const at = from[i]!
    if (at === -1) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (from[tails[middle]!]! < at) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = tails[low - 1]!
    tails[low] = i
  }
  const keeps = new Array<boolean>(from.length).fill(false)
  for (let i = tails.at(-1) ?? -1; i !== -1; i = before[i]!) keeps[i] = true
  return keeps
}
