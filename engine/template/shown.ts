/** What one tab is shown: instances of templates with their slot numbers and values. */
import { IN_PAGE } from './nesting.ts'
import type { Rendered } from './rendered.ts'
import type { RowSource, StreamList } from './stream.ts'
import type { Template } from './template.ts'

/** What stands in a hole: text, instances, raw markup, or another component. */
export type Hole = string | Rows | RawHole | Region

/** Instances in order: the rows of a list, or the one branch of a conditional (with the empty key). */
export class Rows {
  rows: Instance[]
  constructor(rows: Instance[]) {
    this.rows = rows
  }
}

/** Rows of a stream: what they hold is forgotten once it was sent. */
export class StreamRows extends Rows {
  readonly source: RowSource
  version = -1
  /** The runs whose rows are not sent yet. */
  readonly unsent = new Set<StreamList>()
  constructor(source: RowSource) {
    super([])
    this.source = source
  }
}

export class RawHole {
  markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

/** An instance that frame `frame` took out. */
export interface Gone {
  readonly instance: Instance
  readonly frame: number
}

// Most regions have none of these: what is empty is shared.
const NOTHING_GONE: readonly Gone[] = []
const NONE: ReadonlySet<StreamRows> = new Set()

/** A component's part of the page: its number, its slots and what its root hole shows. */
export class Region {
  readonly id: number
  readonly slots = new SlotNumbers()
  /** What stands there in a few bytes, while nothing happens; `packed.ts` gives and takes it. */
  packed: string | undefined
  /** What stands there; nothing while it is packed. */
  root: Hole = ''
  /** What holds where it stands (`nesting.ts`). */
  context = IN_PAGE
  /** It stands at another place than before: what it showed there is gone, and must be shown anew. */
  moved = false
  /** What stands in it may not be what its runs say: a visitor has typed, or texts were told again from hashes. */
  mayDiffer = false
  /** The streams that stand in it. */
  streams: ReadonlySet<StreamRows> = NONE
  /** Instances taken out by a frame that the tab has not acknowledged: their handlers still answer. */
  gone: readonly Gone[] = NOTHING_GONE
  constructor(id: number) {
    this.id = id
  }
}

/**
 * One template in the page. `shown` holds by slot: a hole, an attribute's text (null when absent), nothing for a handler;
 * undefined where it is forgotten.
 */
export class Instance {
  readonly template: Template
  readonly base: number
  readonly key: string
  source: Rendered
  shown: (Hole | string | null | undefined)[]
  /** The frame that brought it. */
  readonly since: number
  /** By slot: the frame that last set a property. */
  sent: Map<number, number> | undefined
  constructor(
    source: Rendered,
    base: number,
    key: string,
    shown: (Hole | string | null | undefined)[],
    since: number,
  ) {
    this.template = source.template
    this.source = source
    this.base = base
    this.key = key
    this.shown = shown
    this.since = since
  }
}

/** Gives slot numbers out within one component and takes them back once the tab has let go of them. */
class SlotNumbers {
  /** 0 is the root hole. */
  private next = 1
  private free: Map<number, number[]> | undefined

  /** The base for an instance of `slots` slots: that many numbers follow it. */
  take(slots: number): number {
    const base = this.free?.get(slots)?.pop()
    if (base !== undefined) return base
    const fresh = this.next
    this.next += slots + 1
    return fresh
  }

  give(base: number, slots: number) {
    const free = (this.free ??= new Map())
    const list = free.get(slots)
    if (list) list.push(base)
    else free.set(slots, [base])
  }

  /** All numbers that were ever given out are below it. */
  get count(): number {
    return this.next
  }

  /** Whether the number was ever given out. */
  has(slot: number): boolean {
    return slot < this.next
  }
}
