/** Finds the rows of a reordered list that need not move. */

/**
 * Takes rows given by their old positions (-1: new) and says of each whether it keeps its place: the longest
 * increasing subsequence (patience sorting, as in Fredman 1975; n log n).
 */
export function keepsPlace(places: readonly number[]): boolean[] {
  // tails[n]: the last row of the best run of n rows that are in order.
  const tails = [-1]
  const keeps = places.map(() => false)
  const before = places.map((place, i) => {
    if (place < 0) return place
    let low = 1
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[tails[middle]!]! < place) low = middle + 1
      else high = middle
    }
    tails[low] = i
    return tails[low - 1]!
  })
  for (let i = tails.at(-1)!; i >= 0; i = before[i]!) keeps[i] = true
  return keeps
}
