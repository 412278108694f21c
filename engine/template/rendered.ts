/** The current run of a view, and the result of each template literal in it: its compiled template and this run's values. */
import type { Template } from './template.ts'

/**
 * The result of `html` or `svg`. It is cheap: a reference to the compiled literal and the array of values.
 * Functions that return one are stateless components.
 *
 * @example
 * const greeting = (name: string): Rendered => html`<p>Hello ${name}</p>`
 * greeting('Ada') instanceof Rendered // true
 */
export class Rendered {
  /** @internal */
  readonly template: Template
  /** What stands in the places of the template, in order. */
  readonly values: readonly unknown[]
  /** @internal The component whose view made it, which its handlers belong to. */
  readonly owner: object | undefined
  /** @internal From this frame on the tab sees these values; below it, the earlier ones, kept until it is acknowledged. Negative: in no page. */
  since = -1
  /** @internal */
  previous: Rendered | undefined = undefined
  /** @internal The context in which it was last checked (`nesting.ts`). */
  context = -1
  constructor(
    template: Template,
    values: readonly unknown[],
    owner: object | undefined = current?.owner,
  ) {
    this.template = template
    this.values = values
    this.owner = owner
  }
  /**
   * @internal This run for one place of one page, where the earlier values are noted. A run that a program keeps and shows
   * again, or in several pages, is copied: notes of one place would lead another to its handlers.
   */
  taken(): Rendered {
    const own = this.since < 0 ? this : new Rendered(this.template, this.values, this.owner)
    own.since = 0
    return own
  }
}

/** One run of `getTemplate`. */
export interface Run {
  /** The component whose view runs: the handlers of every template made in it belong to it, wherever they are shown. */
  readonly owner: object | undefined
  readonly memory: Memory
  next: number
  /** Called for errors that were caught in the run. */
  readonly recovered?: (error: unknown) => void
  /** Its result is shown to others too, so it must not use anything of this component alone. */
  readonly isShared?: boolean
}

/** What lists remember from one run to the next; lists are identified by the order in which they run. */
export interface Memory {
  lists: Memos[] | undefined
}

/** The memoized rows of one list in one component. */
export interface Memos {
  /** The row function as written: another one in the same place starts with no rows. */
  row: string
  rows: Map<string, { deps: readonly unknown[]; rendered: object }>
}

let current: Run | undefined

/** The innermost run; undefined outside of a run. */
export const currentRun = (): Run | undefined => current

/** Calls `render` as a run of `owner`, whose lists keep their rows in `memory`. */
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

/** The memory of the next list in this run. */
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
