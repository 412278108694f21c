/** Lets an event rise through the kit's page by the client's own rules, and hands over those that met a handler. */
import { type Gate, letGo } from '../../wasm/client/gate.ts'
import { keepPace } from '../../wasm/client/pace.ts'
import { type Field, fieldOf, payloadOf, type Readable } from '../../wasm/client/payload.ts'
import { rise } from '../../wasm/client/rise.ts'
import type { EventData } from '../protocol/ops.ts'
import type { Clock } from '../session/clock.ts'
import { typeOf } from './fields.ts'
import type { Page } from './page.ts'
import type { Kept } from './standing.ts'

/** What an event may carry. */
export interface FireOptions {
  /** Whether it rises; unless given, as an event of its type does. */
  bubbles?: boolean
  key?: string
  code?: string
  alt?: boolean
  ctrl?: boolean
  meta?: boolean
  shift?: boolean
  repeat?: boolean
  /** Where, from the upper left corner of the element that has the handler. */
  x?: number
  y?: number
  /** Of an event of your own. */
  detail?: EventData['detail']
}

/** What happens in the page. */
export interface PageEvent extends FireOptions {
  type: string
  target: Element
  bubbles: boolean
  submitter?: Element
}

/** An event that met a handler. */
export interface Heard {
  at: Kept
  event: string
  data: EventData
}

export class Events {
  private readonly gate: Gate<Heard>
  private readonly page: Page
  private focus: (element: Element) => void = () => {}

  constructor(page: Page, clock: Clock, add: (heard: Heard) => void) {
    this.page = page
    this.gate = { held: [], admit: add, emit: add }
    keepPace(this.gate, clock, ({ at, event }) => ({ own: at, element: at.element, event }))
  }

  /** Gives whether a handler has kept the browser from doing what it does by itself. */
  dispatch(event: PageEvent): boolean {
    const { page, gate } = this
    let prevented = false
    this.command(event)
    const { type, target } = event
    const happening = asInBrowser(event, () => {
      prevented = true
    })
    const own = (element: Element) => page.keep(element)
    rise(type, happening, target, page.root, own, (element) => {
      const data = payloadOf(type, happening, target, element, this.fieldOf(event, element), () =>
        page.fields.entries(element, event.submitter),
      )
      gate.admit({ at: page.keep(element), event: type, data })
    })
    return prevented
  }

  /** Who moves the focus for a command. */
  onFocus(focus: (element: Element) => void): void {
    this.focus = focus
  }

  /** Hands over all that debounce and throttle hold back. */
  flush(): void {
    letGo(this.gate)
  }

  // In a browser commands hear an event on its way down to where it happens: before any handler.
  private command({ type, target, bubbles }: PageEvent) {
    const { page } = this
    page.commands.hear(type, target, bubbles, {
      root: page.root,
      focus: this.focus,
      dispatch: (at, name, detail) =>
        void this.dispatch({ type: name, target: at, detail, bubbles: true }),
    })
  }

  private fieldOf({ target }: PageEvent, element: Element): Field | undefined {
    const { fields } = this.page
    const field = fieldOf(target, element)
    return (
      field && {
        localName: field.localName,
        type: typeOf(field),
        value: fields.value(field),
        checked: fields.checked(field),
      }
    )
  }
}

/** The event under the names that a browser's has. The page has no sizes, so it stands where it is in its element. */
function asInBrowser(event: PageEvent, preventDefault: () => void): Readable {
  const { bubbles, key, code, repeat, detail, x = 0, y = 0 } = event
  return {
    bubbles,
    ...(key === undefined ? {} : { key, code: code ?? '' }),
    altKey: event.alt === true,
    ctrlKey: event.ctrl === true,
    metaKey: event.meta === true,
    shiftKey: event.shift === true,
    repeat: repeat === true,
    detail,
    ...(POINTING.test(event.type) ? { clientX: x, clientY: y } : {}),
    preventDefault,
  }
}

const POINTING = /^(click|dblclick|auxclick|contextmenu|wheel|mouse|pointer|touch|drag|drop$)/
