/** What the search says. */

export type SearchKind = 'lesson' | 'reference' | 'guide' | 'example' | 'page'

export interface SearchWords {
  readonly close: string
  readonly label: string
  readonly hint: string
  readonly loading: string
  /** Once, after the index was loaded. */
  loaded(ms: number): string
  readonly failed: string
  readonly again: string
  readonly none: string
  found(count: number): string
  readonly results: string
  /** What a place belongs to. */
  readonly kinds: Readonly<Record<SearchKind, string>>
  /** Whether the slash opens the search too. */
  readonly slash: string
}
