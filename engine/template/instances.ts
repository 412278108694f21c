/** What one tab is shown: instances of templates with their slot numbers and values. */
import { IN_PAGE } from './nesting.ts'
import type { Rendered } from './rendered.ts'
import type { RowSource, StreamList } from './stream.ts'
import type { Template } from './template.ts'

/** The content of a child slot: text, instances, raw markup, or another component. */
export type ChildContent = string | Rows | RawContent | Region

/** Instances in order: the rows of a list, or the only branch of a conditional (with the empty key). */
export class Rows {
  rows: Instance[]
  constructor(rows: Instance[]) {
    this.rows = rows
  }
}

/** Rows of a stream: their contents are forgotten once sent. */
export class StreamRows extends Rows {
  readonly source: RowSource
  version = -1
  /** The runs whose rows were not sent yet. */
  readonly unsent = new Set<StreamList>()
  constructor(source: RowSource) {
    super([])
    this.source = source
  }
}

export class RawContent {
  markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

/** An instance that frame `frame` removed. */
export interface Gone {
  readonly instance: Instance
  readonly frame: number
}

// Most regions have none of these, so they share one empty value.
const NOTHING_GONE: readonly Gone[] = []
const NONE: ReadonlySet<StreamRows> = new Set()

/** A component's part of the page: its number, its slots and the content of its root slot. */
export class Region {
  readonly id: number
  /** All slot numbers assigned so far are below it; 0 is the root slot. */
  slotCount = 1
  /** By length: numbers that the tab no longer has. */
  private freeSlots: Map<number, number[]> | undefined
  /** Its content in a few bytes, while the session hibernates; `packed.ts` writes and reads it. */
  packed: string | undefined
  /** Its content; undefined while it is packed. */
  root: ChildContent = ''
  /** The context of its place (`nesting.ts`). */
  context = IN_PAGE
  /** It has moved to another place: what it showed in the old one is gone and must be shown again. */
  moved = false
  /** Its content may differ from its runs: a visitor has typed, or texts were restored from hashes. */
  mayDiffer = false
  /** The streams in it. */
  streams: ReadonlySet<StreamRows> = NONE
  /** Instances removed by a frame that the tab has not acknowledged: their handlers still answer. */
  gone: readonly Gone[] = NOTHING_GONE
  /** Instances whose new values the tab has not acknowledged: the handlers of the earlier ones still answer. */
  outdated: Instance[] | undefined
  constructor(id: number) {
    this.id = id
  }

  /** The base for an instance with `slots` slots: their numbers follow it. */
  takeSlots(slots: number): number {
    const base = this.freeSlots?.get(slots)?.pop()
    if (base !== undefined) return base
    const fresh = this.slotCount
    this.slotCount += slots + 1
    return fresh
  }

  /** The tab no longer has them: they can be used again. */
  giveSlots(base: number, slots: number): void {
    const free = (this.freeSlots ??= new Map())
    const list = free.get(slots)
    if (list) list.push(base)
    else free.set(slots, [base])
  }
}

/**
 * One template in the page. `shown` holds by slot: a child slot, an attribute's text (null when absent), nothing for a handler;
 * undefined if it is forgotten.
 */
export class Instance {
  readonly template: Template
  readonly base: number
  readonly key: string
  source: Rendered
  shown: (ChildContent | string | null | undefined)[]
  /** The frame that sent it. */
  readonly since: number
  /** By slot: the frame that last set a property. */
  sent: Map<number, number> | undefined
  constructor(
    source: Rendered,
    base: number,
    key: string,
    shown: (ChildContent | string | null | undefined)[],
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
