/** What the pages of the examples say. */
export interface ExamplesWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly run: string
  runIt(title: string): string
  readonly change: string
  changeIt(title: string): string
  readonly source: string
  sourceOf(title: string): string
  readonly lesson: string
  lessonOf(title: string): string
  /** Before the reason. */
  readonly stays: string
  readonly all: string
  /** The alternative text of a picture. */
  picture(title: string): string
}
