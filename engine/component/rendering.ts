/** What one component has to render, what its last run gave, and whether the tab was shown that. */
import type { HoleValue } from '../template/build.ts'
import { IN_PAGE } from '../template/nesting.ts'
import type { Memory, Memos } from '../template/rendered.ts'
import { NOTHING_PROVIDED, type Provided, type ProvidedKey, provideIn } from './provided.ts'

export class Rendering implements Memory {
  /** The memoized rows of its lists, if it has any. */
  lists: Memos[] | undefined
  private shownView: HoleValue = ''
  private checkedIn = IN_PAGE
  private isInvalid = true
  /** `restored` if the tab shows it already, from before the session hibernated. */
  private news: 'none' | 'new' | 'restored' = 'none'
  private given: Provided = NOTHING_PROVIDED
  private taken: Provided = NOTHING_PROVIDED

  /** Its view may have changed. */
  invalidate(): void {
    this.isInvalid = true
  }

  get isDirty(): boolean {
    return this.isInvalid
  }

  /** There is nothing to run: what it shows stays. */
  skip(): void {
    this.isInvalid = false
  }

  /** A run begins. Returns what the last one has provided. */
  begin(): Provided {
    const { given } = this
    this.isInvalid = false
    if (this.news === 'restored') this.news = 'new'
    this.given = this.taken = NOTHING_PROVIDED
    return given
  }

  /** The run is accepted: what its root hole must show, and the context in which that was checked (`nesting.ts`). */
  accept(view: HoleValue, context: number): void {
    this.shownView = view
    this.checkedIn = context
    this.news = 'new'
  }

  /** The run failed: the last good view stays, and what it has provided. */
  abandon(provided: Provided): void {
    this.given = provided
  }

  get view(): HoleValue {
    return this.shownView
  }

  get context(): number {
    return this.checkedIn
  }

  /** The view is newer than what the tab was shown. */
  get isFresh(): boolean {
    return this.news !== 'none'
  }

  /** The tab shows the view. False if it has shown it before: then no hook is called. */
  shown(): boolean {
    const { news } = this
    this.news = 'none'
    return news !== 'restored'
  }

  /** The view is packed: the tab shows it, and it can be run again. */
  pack(): void {
    this.shownView = ''
  }

  /** What was packed has been run again, with no change. */
  restored(): void {
    if (this.isFresh) this.news = 'restored'
  }

  provide(key: ProvidedKey<unknown>, value: unknown): void {
    this.given = provideIn(this.given, key, value)
  }

  inject(key: ProvidedKey<unknown>, value: unknown): void {
    this.taken = provideIn(this.taken, key, value)
  }

  /** The view is one that another component ran, with the same values from above. */
  injectAs(injected: Provided): void {
    this.taken = injected
  }

  /** What it provides to those below it. */
  get provided(): Provided {
    return this.given
  }

  /** What its last run took from those above it. */
  get injected(): Provided {
    return this.taken
  }
}
