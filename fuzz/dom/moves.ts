/** Counts what a new order of rows costs at least, seen from the page alone. */

/** Where a list stands → the keys of its rows in order. */
export type Orders = ReadonlyMap<string, readonly string[]>

export function ordersIn(root: Element): Orders {
  const orders = new Map<string, string[]>()
  for (const element of root.querySelectorAll('[data-p]')) {
    const place = element.getAttribute('data-p')!
    for (const { index, 1: key } of place.matchAll(/\.(?:each|array)[^[/|]*\[([^\]]*)\]/g)) {
      const list = place.slice(0, index)
      const keys = orders.get(list)
      if (!keys) orders.set(list, [key!])
      else if (!keys.includes(key!)) keys.push(key!)
    }
  }
  return orders
}

// Child slots and keys alone: a slot keeps its rows by key, whichever part it shows by now.
const placeOf = (path: string) =>
  path.replace(/\|(\d+)\.(\w+)[^[/|]*/g, '|$1.$2').replace(/\/[^/|[]*/g, '/')

/** Moves that bring all lists from one order to the other, when as many rows as can be stay where they are. */
export function fewestMoves(before: Orders, after: Orders): number {
  let moves = 0
  const stood = new Map([...before].map(([list, keys]) => [placeOf(list), keys]))
  const stands = new Map([...after].map(([list, keys]) => [placeOf(list), keys]))
  const left = [...stood].flatMap(([list, keys]) =>
    keys.filter((key) => !stands.get(list)?.includes(key)),
  )
  for (const [list, keys] of after) {
    const known = stood.get(placeOf(list)) ?? []
    const from = keys.map((key) => known.indexOf(key)).filter((at) => at >= 0)
    // In another part each row may have come from the list of the one before.
    moves += before.has(list) ? from.length - longestRun(from) : from.length
    // A row that left one list and came in another is moved there, once.
    for (const key of keys) {
      const at = known.includes(key) ? -1 : left.indexOf(key)
      if (at < 0) continue
      left.splice(at, 1)
      moves++
    }
  }
  return moves
}

// The plain way, unlike the engine's.
function longestRun(numbers: readonly number[]): number {
  const ending: number[] = []
  for (const [i, number] of numbers.entries()) {
    ending.push(1 + Math.max(0, ...ending.filter((_, j) => j < i && numbers[j]! < number)))
  }
  return Math.max(0, ...ending)
}
