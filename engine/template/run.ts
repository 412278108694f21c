/** The run of a view that is going on: whose it is, and what its lists remember. */

/** One run of `getTemplate`. */
export interface Run {
  /** Whose view runs: the handlers of every template made in it are its own, wherever they are shown. */
  readonly owner: object | undefined
  readonly memory: Memory
  next: number
  /** Told of what threw in it and was caught there. */
  readonly recovered?: (error: unknown) => void
  /** What it gives is shown to others too, so it must not ask for anything that is its own alone. */
  readonly isShared?: boolean
}

/** Keeps what lists remember from one run to the next; they are told apart by the order in which they run. */
export interface Memory {
  lists: Memos[] | undefined
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

/** Calls `render` as a run of `owner`, whose lists remember their rows in `memory`. */
export function runAs<T>(
  owner: object | undefined,
  memory: Memory,
  render: () => T,
  { recovered, isShared }: Pick<Run, 'recovered' | 'isShared'> = {},
): T {
  const outer = current
  current = { owner, memory, next: 0, recovered, isShared }
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
  const lists = (current.memory.lists ??= [])
  const known = lists[at]
  if (known?.row === row) return known
  const fresh = { row, rows: new Map() }
  lists[at] = fresh
  return fresh
}
