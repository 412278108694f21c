/** What pages say that are rendered on the server alone: no browser loads these sentences as script. */

export interface PageWords {
  readonly about: string
  readonly learn: {
    readonly name: string
    readonly title: string
    readonly description: string
    readonly lead: string
  }
  readonly all: {
    readonly title: string
    readonly description: string
    readonly lead: string
    readonly contents: string
    readonly open: string
  }
  readonly lesson: {
    about(part: string, minutes: number): string
    readonly next: string
    readonly last: string
    readonly playground: string
    readonly tryIt: string
    readonly watch: string
  }
  readonly playground: {
    readonly description: string
  }
  /** What stands in place of an element where nothing runs: print, one page, Markdown. */
  readonly still: {
    readonly runHere: string
    readonly startFiles: string
    readonly predict: string
    readonly passed: string
    scrub(value: string, unit: string): string
    readonly wire: string
  }
  readonly notFound: {
    readonly lesson: string
    readonly page: string
    /** Before and after the name of the lesson. */
    readonly noLesson: readonly [string, string]
    readonly check: string
    readonly home: string
  }
}
