/** What every act of a visitor is made of: an event that is fired, a focus that moves, a reason why it can't be. */
import { isHidden } from './accessible.ts'
import { called } from './called.ts'
import { TestingError } from './errors.ts'
import type { Events, PageEvent } from './events.ts'
import { isDisabled } from './fields.ts'
import type { Page } from './page.ts'

export type Modifiers = Pick<PageEvent, 'alt' | 'ctrl' | 'meta' | 'shift'>

export class Visitor {
  readonly page: Page
  private readonly events: Events

  constructor(page: Page, events: Events) {
    this.page = page
    this.events = events
    events.onFocus((element) => {
      if (element.matches(FOCUSABLE)) this.focus(element)
    })
  }

  /** Gives whether a handler has kept the browser from doing what it does by itself. */
  fire(target: Element, type: string, init: Partial<PageEvent> = {}): boolean {
    return this.events.dispatch({ bubbles: !STAYING.has(type), ...init, type, target })
  }

  /** The same for a drag: what has a handler for a drop takes what is over it. */
  readonly fireDrag = (element: Element, type: string): boolean =>
    this.fire(element, type) || (type === 'dragover' && element.closest('[lv-drop]') !== null)

  focus(element: Element | undefined): void {
    const { focused } = this.page
    if (focused === element) return
    if (focused) {
      this.fire(focused, 'blur')
      this.fire(focused, 'focusout')
      this.events.flush()
    }
    this.page.focused = element
    if (!element) return
    this.fire(element, 'focus')
    this.fire(element, 'focusin')
  }

  /** The focus goes where a press or a click at `target` would take it. */
  focusAt(target: Element): void {
    this.focus(target.closest(FOCUSABLE) ?? undefined)
  }

  /** What the Tab key would come to next. */
  focusNext(backwards: boolean): void {
    const stops = [...this.page.root.querySelectorAll(FOCUSABLE)].filter(
      (element) =>
        !isDisabled(element) && !isHidden(element) && element.getAttribute('tabindex') !== '-1',
    )
    const at = this.page.focused ? stops.indexOf(this.page.focused) : -1
    this.focus(backwards ? stops.at(at < 0 ? -1 : at - 1) : stops[(at + 1) % stops.length])
  }

  /** @throws TestingError `action-impossible` when it is disabled. */
  able(element: Element, what: string): void {
    if (isDisabled(element.closest('button, input, select, textarea') ?? element)) {
      throw impossible(what, element, 'it is disabled')
    }
  }
}

export const impossible = (what: string, element: Element, why: string) =>
  new TestingError('action-impossible', `Expected to ${what} the ${called(element)}, but ${why}.`)

/** What is draggable is reached by keys too. */
export const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, [tabindex], [draggable=true]'

/** Events that do not rise. */
const STAYING = new Set(
  'focus blur mouseenter mouseleave pointerenter pointerleave enter leave load error scroll toggle'.split(
    ' ',
  ),
)
