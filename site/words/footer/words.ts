/** What the footer says. */
export interface FooterWords {
  readonly label: string
  readonly learn: string
  readonly lessons: string
  readonly onePage: string
  readonly review: string
  readonly playground: string
  readonly examples: string
  readonly build: string
  readonly guides: string
  readonly takeHome: string
  readonly reference: string
  readonly bench: string
  readonly project: string
  readonly source: string
  readonly changelog: string
  readonly feed: string
  readonly licence: string
  readonly version: string
}
