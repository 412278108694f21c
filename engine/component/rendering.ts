/** What one component has to render, what its last run gave, and whether the tab was shown that. */
import type { ChildValue } from '../template/build.ts'
import { IN_PAGE } from '../template/nesting.ts'
import type { Memory, Memos } from '../template/rendered.ts'
import type { View } from './component.ts'
import { NOTHING_PROVIDED, type Provided, type ProvidedKey, provideIn } from './provided.ts'
import { sameProps } from './same.ts'

/** What a parent passes to a component. */
export interface Passed {
  readonly props: Readonly<Record<string, unknown>>
  /** Shown in its place until it is ready. */
  readonly placeholder?: View
}

/** Only its methods change it: `ComponentNode` gives it out as `Readonly`. */
export class Rendering<Child> implements Memory {
  passed: Passed
  /** The props may contain a piece of the parent's view, which may hold mounts. */
  holdsPieces: boolean
  /** The memoized rows of its lists, if it has any. */
  lists: Memos[] | undefined
  /** The view may have changed. */
  isDirty = true
  /** It failed or is retried: the next run keeps none of the children. */
  isRenewed = false
  /** What its root slot must show. */
  view: ChildValue = ''
  /** The context in which that was checked (`nesting.ts`). */
  context = IN_PAGE
  /** Whether the view is newer than what the tab was shown; `restored` if it is not, but was packed. */
  news: 'none' | 'view' | 'restored' = 'none'
  /** By their places in the view. */
  children: ReadonlyMap<string, Child> = CHILDLESS
  /** What it provides to those below it. */
  provided: Provided = NOTHING_PROVIDED
  /** What its last run took from those above it. */
  injected: Provided = NOTHING_PROVIDED

  constructor(passed: Passed) {
    this.passed = passed
    this.holdsPieces = mayHoldPieces(passed.props)
  }

  /** Its parent has run again. False if the props are the same. */
  pass(passed: Passed): boolean {
    const { props } = this.passed
    this.passed = passed
    if (sameProps(props, passed.props)) return false
    this.holdsPieces = mayHoldPieces(passed.props)
    this.isDirty = true
    return true
  }

  invalidate(): void {
    this.isDirty = true
  }

  renew(): void {
    this.isDirty = this.isRenewed = true
  }

  /** There is nothing to run: what it shows stays. */
  skip(): void {
    this.isDirty = false
  }

  /** Runs its view, which is checked in `context`. If that throws, what the last run gave stays. */
  update(context: number, run: () => ChildValue): void {
    const { provided } = this
    this.isDirty = false
    if (this.news === 'restored') this.news = 'view'
    this.provided = this.injected = NOTHING_PROVIDED
    try {
      this.view = run()
      this.context = context
      this.news = 'view'
    } catch (error) {
      this.provided = provided
      throw error
    }
  }

  /** The children of the run that was accepted. */
  adopt(children: ReadonlyMap<string, Child>): void {
    this.children = children
    this.isRenewed = false
  }

  provide(key: ProvidedKey<unknown>, value: unknown): void {
    this.provided = provideIn(this.provided, key, value)
  }

  inject(key: ProvidedKey<unknown>, value: unknown): void {
    this.injected = provideIn(this.injected, key, value)
  }

  /** The view is one that another component ran, with the same values from above. */
  injectAs(injected: Provided): void {
    this.injected = injected
  }

  /** The tab shows the view. False if it has shown it before: then no hook is called. */
  shown(): boolean {
    const { news } = this
    this.news = 'none'
    return news !== 'restored'
  }

  /** The session hibernates: the tab shows the view, which can be run again. */
  pack(): void {
    this.view = ''
  }

  /** What was packed has been run again, with no change. */
  restored(): void {
    if (this.news === 'view') this.news = 'restored'
  }
}

/** The children of most components. */
export const CHILDLESS: ReadonlyMap<string, never> = new Map<string, never>()

function mayHoldPieces(props: Passed['props']): boolean {
  for (const name in props) {
    if (typeof props[name] === 'object' && props[name] !== null) return true
  }
  return false
}
