/** Lists whose rows are not kept once a tab has them: what a template gets, and who can provide a row again. */
import type { Rendered } from './rendered.ts'

/** The method that gives the rows of a stream to `each`. */
export const EACH = Symbol('each')

/** What `each` accepts besides arrays. */
export interface StreamItems<Item> {
  [EACH](row: (item: Item) => Rendered): StreamList
}

/** The owner of a stream's rows. */
export interface RowSource {
  /** All keys in order. Runs don't hold them, or they would be stored once for each run. */
  names(): readonly string[]
  /** The row, rendered now; undefined if it no longer exists. */
  rowOf(key: string): Rendered | undefined | Promise<Rendered | undefined>
  /** These rows must be shown but are not kept: they come with a later run. */
  want(keys: readonly string[]): void
  /** Makes every row ready for the next run. */
  refill(): void | Promise<void>
  /** Reports where its rows are in the page. */
  placed(rows: object): void
  /** They are no longer there. */
  left(rows: object): void
  /** The new rows of this version have been sent. */
  sent(version: number): void
}

/** A stream in one run of a template: the rows that are new to the tab. */
export class StreamList {
  readonly source: RowSource
  /** Runs of equal version have the same rows. */
  readonly version: number
  /** By key: only rows with content. Emptied once it is sent, because the run is kept longer. */
  readonly fresh: Map<string, Rendered>
  constructor(source: RowSource, version: number, fresh: Map<string, Rendered>) {
    this.source = source
    this.version = version
    this.fresh = fresh
  }
}
