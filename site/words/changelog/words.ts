/** What the page of changes says. */
export interface ChangelogWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  /** The heading of what no version has yet. */
  readonly unreleased: string
}
