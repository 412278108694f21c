/** What a template literal gives: its compiled template and the values of this run. */
import { currentRun } from './run.ts'
import type { Template } from './template.ts'

/**
 * The result of `html` or `svg`. It is cheap: a reference to the compiled literal and the array of values.
 * Functions that return one are stateless components.
 *
 * @example
 * const greeting = (name: string): Rendered => html`<p>Hello ${name}</p>`
 * greeting('Ada') instanceof Rendered // true
 */
export class Rendered {
  readonly template: Template
  readonly values: readonly unknown[]
  /** Whose view made it: the component that its handlers belong to. */
  readonly owner: object | undefined
  /** The frame from which on the tab sees these values, and what it saw before; kept until it is acknowledged. Below 0: in no page. */
  since = -1
  previous: Rendered | undefined = undefined
  /** What held where it was checked last (`nesting.ts`). */
  context = -1
  constructor(
    template: Template,
    values: readonly unknown[],
    owner: object | undefined = currentRun()?.owner,
  ) {
    this.template = template
    this.values = values
    this.owner = owner
  }
  /**
   * This run for one place of one page, which notes there what the tab saw before. A run that a program keeps and shows
   * again, or in several pages, is copied: what one place notes would lead another to its handlers.
   */
  taken(): Rendered {
    const own = this.since < 0 ? this : new Rendered(this.template, this.values, this.owner)
    own.since = 0
    return own
  }
}
