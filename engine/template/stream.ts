/** Lists whose rows are not kept once a tab has them: what a template is given, and who can give a row again. */
import type { Rendered } from './rendered.ts'

/** Gives the rows of a stream, to `each`. */
export const EACH = Symbol('each')

/** What `each` takes beside plain items. */
export interface StreamItems<Item> {
  [EACH](row: (item: Item) => Rendered): StreamList
}

/** Who knows a stream's rows. */
export interface RowSource {
  /** All keys in order. Runs don't hold them: they would be kept as often as there are runs. */
  names(): readonly string[]
  /** The row as it comes out now; undefined when there is none any more. */
  rowOf(key: string): Rendered | undefined | Promise<Rendered | undefined>
  /** These are to be shown, and nothing is kept of them: they come with a later run. */
  want(keys: readonly string[]): void
  /** Makes every row ready for the next run. */
  refill(): void | Promise<void>
  /** Where its rows stand in the page. */
  placed(rows: object): void
  /** They stand there no more. */
  left(rows: object): void
  /** What was new of this version has been sent. */
  sent(version: number): void
}

/** A stream in one run of a template: the rows that are new to the tab. */
export class StreamList {
  readonly source: RowSource
  /** Runs of equal version give the same rows. */
  readonly version: number
  /** By key: only what has content. Emptied once it is sent, for the run is kept longer than that. */
  readonly fresh: Map<string, Rendered>
  constructor(source: RowSource, version: number, fresh: Map<string, Rendered>) {
    this.source = source
    this.version = version
    this.fresh = fresh
  }
}
