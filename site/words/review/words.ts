/** What the review page says. */
export interface ReviewWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  readonly loading: string
  /** Nothing is due: when the next cards are, or that there are none yet. */
  next(at: number, count: number): string
  readonly none: string
  readonly toLessons: string
  left(count: number): string
  readonly code: string
  readonly answer: string
  readonly run: string
  readonly running: string
  inLine(position: number): string
  right(truth: string): string
  wrong(truth: string, answer: string): string
  comesBack(days: number): string
  readonly learned: string
  readonly again: string
  readonly nextCard: string
  failed(why: string): string
  readonly done: string
}
