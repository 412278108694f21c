/** The run of a view that is going on, and what each template literal in it gives: its compiled template and this run's values. */
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
  readonly template: Template
  readonly values: readonly unknown[]
  /** Whose view made it: the component that its handlers belong to. */
  readonly owner: object | undefined
  /** The frame from which on the tab sees these values, and what it saw before; kept until it is acknowledged. Below 0: in no page. */
  since = -1
  previous: Rendered | undefined = undefined
  /** What held where it was checked last (`nesting.ts`). */
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
   * This run for one place of one page, which notes there what the tab saw before. A run that a program keeps and shows
   * again, or in several pages, is copied: what one place notes would lead another to its handlers.
   */
  taken(): Rendered {
    const own = this.since < 0 ? this : new Rendered(this.template, this.values, this.owner)
    own.since = 0
    return own
  }
}

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
