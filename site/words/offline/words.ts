/** What is said without a network. */
export interface OfflineWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly kept: string
  readonly none: string
}
