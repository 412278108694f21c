/** What the guides say around their texts. */
import type { GuideGroup } from '../../lib/guide-groups.ts'

export interface GuideWords {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly groups: Readonly<Record<GuideGroup, string>>
  readonly contents: string
  readonly previous: string
  readonly next: string
  /** The name of the links to the guides before and behind. */
  readonly around: string
  readonly asMarkdown: string
  readonly table: string
  readonly measured: MeasuredWords
}

/** What is said of measurements. */
export interface MeasuredWords {
  /** Where and when it was measured. */
  where(processor: string, cores: number, versions: string, day: Date): string
  /** What the bars of a case are, to whoever can't see them. */
  plot(name: string): string
  /** The head of the column that names what was measured. */
  readonly variant: string
  /** A case in the reader’s words, by its name in the bench. */
  readonly cases: Readonly<Record<string, string>>
}
