/** The run of a view that is going on: whose it is, and what its lists remember. */

/** One run of `getTemplate`. */
export interface Run {
  /** Whose view runs: the handlers of every template made in it are its own, wherever they are shown. */
  readonly owner: object | undefined
  /** The remembered rows of its lists, which are told apart by the order in which they run. */
  readonly lists: Memos[]
  next: number
  /** Told of what threw in it and was caught there. */
  readonly recovered?: (error: unknown) => void
}

/** The remembered rows of one list in one component. */
export interface Memos {
  /** The row function as written: another one at the same place starts anew. */
  row: string
  rows: Map<string, { deps: readonly unknown[]; rendered: object }>
}

let current: Run | undefined

/** The innermost run; undefined outside of any. */
export const currentRun = (): Run | undefined => current

/** Calls `render` as a run of `owner`, whose lists remember their rows in `lists`. */
export function runAs<T>(
  owner: object | undefined,
  lists: Memos[],
  render: () => T,
  recovered?: (error: unknown) => void,
): T {
  const outer = current
  current = { owner, lists, next: 0, recovered }
  try {
    return render()
  } finally {
    current = outer
  }
}

/** What the next list of this run remembers. */
export function nextMemos(row: string): Memos | undefined {
  if (!current) return undefined
  const at = current.next++
  const known = current.lists[at]
  if (known?.row === row) return known
  const fresh = { row, rows: new Map() }
  current.lists[at] = fresh
  return fresh
}
