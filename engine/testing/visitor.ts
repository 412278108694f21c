/** What every act of a visitor is made of: an event that happens, a focus that moves, a reason why it can't be. */
import { isHidden } from './accessible.ts'
import { called } from './called.ts'
import { TestingError } from './errors.ts'
import { isDisabled } from './fields.ts'
import { type FireOptions, fire } from './fire.ts'
import type { Page } from './page.ts'

export type Modifiers = Pick<FireOptions, 'alt' | 'ctrl' | 'meta' | 'shift'>

export class Visitor {
  readonly page: Page
  /** A field that was typed into since it was last told of a change. */
  private edited: Element | undefined

  constructor(page: Page) {
    this.page = page
  }

  /** Gives whether somebody has kept the browser from doing what it does by itself. */
  readonly fire = (target: Element, type: string, options: FireOptions = {}): boolean =>
    fire(this.page, target, type, options)

  /** Puts a text into a field, as far as it takes it. */
  type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
    const most = field.maxLength
    field.value = most < 0 ? text : text.slice(0, most)
    this.edited = field
    this.fire(field, 'input')
  }

  /** Says of what was typed that it is a change: a browser does when Enter is pressed or the field is left. */
  change(): void {
    const field = this.edited
    this.edited = undefined
    if (field?.isConnected) this.fire(field, 'change')
  }

  /** To this element, or away from where it is. */
  focus(element: Element | undefined): void {
    if (element !== this.page.focused) this.change()
    if (element) (element as HTMLElement).focus()
    else (this.page.focused as HTMLElement | undefined)?.blur()
  }

  /** The focus goes where a press at `target` takes it. */
  focusAt(target: Element): void {
    const label = target.closest('label')
    if (label?.control && !target.closest(FOCUSABLE)) return
    this.focus(target.closest<HTMLElement>(FOCUSABLE) ?? undefined)
  }

  /** What the Tab key would come to next. */
  focusNext(backwards: boolean): void {
    const stops = [...this.page.document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
      (element) => !isDisabled(element) && !isHidden(element) && element.tabIndex >= 0,
    )
    const at = this.page.focused ? stops.indexOf(this.page.focused as HTMLElement) : -1
    // Behind the last one and before the first it leaves the page.
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

/** What takes the focus when it is pressed. */
export const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]'
