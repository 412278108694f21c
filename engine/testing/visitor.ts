/** What every act of a visitor uses: events, focus, and reasons why an act is impossible. */
import { isHidden } from './accessible.ts'
import { called } from './called.ts'
import { TestingError } from './errors.ts'
import { isDisabled } from './fields.ts'
import { type FireOptions, fire } from './fire.ts'
import type { Page } from './page.ts'

export type Modifiers = Pick<FireOptions, 'alt' | 'ctrl' | 'meta' | 'shift'>

export class Visitor {
  readonly page: Page
  /** A field that was typed into since its last `change`. */
  private edited: Element | undefined

  constructor(page: Page) {
    this.page = page
  }

  /** Returns whether the default action was prevented. */
  readonly fire = (target: Element, type: string, options: FireOptions = {}): boolean =>
    fire(this.page, target, type, options)

  /** Puts a text into a field, as far as the field accepts it. */
  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
    const most = field.maxLength
    field.value = most < 0 ? text : text.slice(0, most)
    this.edited = field
    this.fire(field, 'input')
  }

  /** Fires `change` for what was typed, as a browser does when Enter is pressed or the field loses the focus. */
  change(): void {
    const field = this.edited
    this.edited = undefined
    if (field?.isConnected) this.fire(field, 'change')
  }

  /** To this element, or away from the current one. */
  focus(element: Element | undefined): void {
    if (element !== this.page.focused) this.change()
    if (element) (element as HTMLElement).focus()
    else (this.page.focused as HTMLElement | undefined)?.blur()
  }

  /** Moves the focus to where a press at `target` moves it. */
  focusAt(target: Element): void {
    const label = target.closest('label')
    if (label?.control && !target.closest(FOCUSABLE)) return
    this.focus(target.closest<HTMLElement>(FOCUSABLE) ?? undefined)
  }

  /** The next element for the Tab key. */
  focusNext(backwards: boolean): void {
    const stops = [...this.page.document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (element) => !isDisabled(element) && !isHidden(element) && element.tabIndex >= 0,
    )
    const at = this.page.focused ? stops.indexOf(this.page.focused as HTMLElement) : -1
    // After the last one and before the first, the focus leaves the page.
    const to = backwards ? (at < 0 ? stops.length : at) - 1 : at + 1
    this.focus(stops[to])
  }

  /** @throws TestingError `action-impossible` when it is disabled. */
  able(element: Element, what: string): void {
    if (isDisabled(element.closest('button, input, select, textarea') ?? element)) {
      throw impossible(what, element, 'it is disabled')
    }
  }
}

export const impossible = (what: string, element: Element, why: string) =>
  new TestingError(
    'action-impossible',
    `Expected an element to ${what}, received the ${called(element)}: ${why}.`,
  )

/** What gets the focus when it is pressed. */
export const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]'
