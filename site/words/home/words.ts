/** What the home page says. */
export interface HomeWords {
  readonly title: string
  readonly description: string
  readonly headline: string
  /** For somebody who is new to the field. */
  readonly forNew: string
  /** For somebody who knows LiveView. */
  readonly forKnowing: string
  readonly start: string
  readonly open: string
  /** The time that the course takes. */
  course(lessons: number, minutes: number): string
  readonly live: LiveWords
  readonly caption: string
  readonly skip: string
  readonly proof: {
    readonly title: string
    readonly figures: readonly Figure[]
    readonly method: string
  }
  readonly fit: {
    readonly title: string
    readonly good: Reasons
    readonly bad: Reasons
  }
  readonly examples: { readonly title: string; readonly lead: string }
  readonly ways: { readonly title: string; readonly list: readonly Way[] }
}

/** What stands around a live example. */
export interface LiveWords {
  readonly frame: string
  readonly wire: string
  readonly server: string
  readonly page: string
  readonly nothing: string
}

interface Figure {
  readonly value: string
  readonly of: string
  /** How it was measured. */
  readonly method: string
}

interface Reasons {
  readonly title: string
  readonly list: readonly string[]
}

interface Way {
  /** Bare. */
  readonly path: string
  readonly name: string
  readonly says: string
}
