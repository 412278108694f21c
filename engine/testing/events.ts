/** Lets an event rise through the page as a browser would, and tells which handlers it meets. */
import type { EventData } from '../protocol/ops.ts'
import type { Clock } from '../session/clock.ts'
import { isButton, isToggle } from './fields.ts'
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

interface Delayed {
  readonly heard: Heard
  readonly cancel: () => void
}

export class Events {
  /** In the order in which it came. */
  private readonly delayed: Delayed[] = []
  private readonly done = new WeakMap<Kept, Set<string>>()
  private readonly last = new WeakMap<Kept, Map<string, number>>()
  private readonly page: Page
  private readonly clock: Clock
  private readonly add: (heard: Heard) => void
  private focus: (element: Element) => void = () => {}

  constructor(page: Page, clock: Clock, add: (heard: Heard) => void) {
    this.page = page
    this.clock = clock
    this.add = add
  }

  /** Gives whether a handler has kept the browser from doing what it does by itself. */
  dispatch(event: PageEvent): boolean {
    const attribute = `lv-${event.type}`
    let prevented = false
    this.command(event)
    for (const element of this.page.root.querySelectorAll('[lv-outside]')) {
      if (!element.hasAttribute(attribute) || element.contains(event.target)) continue
      prevented = this.hear(event, element) === 'prevented' || prevented
    }
    for (let at: Element | null = event.target; at; at = at.parentElement) {
      if (at.hasAttribute(attribute) && !at.hasAttribute('lv-outside')) {
        const heard = this.hear(event, at)
        prevented = heard === 'prevented' || prevented
        if (heard !== 'filtered' && at.hasAttribute('lv-stop')) break
      }
      if (!event.bubbles) break
    }
    return prevented
  }

  /** Who moves the focus for a command. */
  onFocus(focus: (element: Element) => void): void {
    this.focus = focus
  }

  // In a browser commands hear an event on its way down to where it happens: before any handler.
  private command(event: PageEvent) {
    const { page } = this
    for (let at: Element | null = event.target; at; at = event.bubbles ? at.parentElement : null) {
      if (!at.hasAttribute(`lv-do-${event.type}`)) continue
      page.commands.run(at, event.type, {
        root: page.root,
        focus: this.focus,
        dispatch: (target, type, detail) =>
          void this.dispatch({ type, target, detail, bubbles: true }),
      })
      if (at.hasAttribute('lv-stop')) return
    }
  }

  /** Hands over what debounce and throttle hold back, in the order in which it came: up to `last`, or all of it. */
  flush(last = this.delayed.at(-1)): void {
    if (!last) return
    for (const one of this.delayed.splice(0, this.delayed.indexOf(last) + 1)) {
      one.cancel()
      this.hand(one.heard)
    }
  }

  private hear(event: PageEvent, element: Element): 'heard' | 'prevented' | 'filtered' {
    if (!keyFits(event, element)) return 'filtered'
    const isLink =
      event.type === 'click' && element.localName === 'a' && element.hasAttribute('href')
    if (isLink && (event.ctrl || event.meta || event.shift || event.alt)) return 'filtered'
    const prevents = event.type === 'submit' || element.hasAttribute('lv-prevent') || isLink
    const outcome = prevents ? 'prevented' : 'heard'
    const at = this.page.keep(element)
    if (element.hasAttribute('lv-once')) {
      const done = this.done.get(at) ?? new Set()
      if (done.has(event.type)) return outcome
      this.done.set(at, done.add(event.type))
    }
    this.pace({ at, event: event.type, data: this.dataOf(event, element) })
    return outcome
  }

  // Debounce waits for quiet; throttle lets the first through at once and the last at the end.
  private pace(heard: Heard) {
    const wait = this.waitFor(heard)
    const held = this.delayed.findIndex(
      (one) => one.heard.at === heard.at && one.heard.event === heard.event,
    )
    // The newer one is the one to be told, and it comes after all that is held back already.
    if (held >= 0) this.delayed.splice(held, 1)[0]!.cancel()
    if (wait > 0) return this.delay(heard, wait)
    // What was held back came first, and the server must hear it first.
    this.flush()
    this.hand(heard)
  }

  /** Milliseconds that it is held back. */
  private waitFor({ at, event }: Heard): number {
    // Who sends a form has done with it; its pace is meant for what is typed there.
    if (event === 'submit') return 0
    const quiet = Number(at.element.getAttribute('lv-debounce'))
    const every = Number(at.element.getAttribute('lv-throttle'))
    if (quiet > 0) return quiet
    const since = this.last.get(at)?.get(event)
    return every > 0 && since !== undefined ? since + every - this.clock.now() : 0
  }

  private delay(heard: Heard, ms: number) {
    const one: Delayed = { heard, cancel: this.clock.timer(ms, () => this.flush(one)) }
    this.delayed.push(one)
  }

  private hand(heard: Heard) {
    const times = this.last.get(heard.at) ?? new Map<string, number>()
    this.last.set(heard.at, times.set(heard.event, this.clock.now()))
    this.add(heard)
  }

  private dataOf(event: PageEvent, element: Element): EventData {
    const { fields } = this.page
    const data: EventData = {}
    const field = [event.target, element].find((one) => FIELD.test(one.localName))
    if (field) {
      const value = fields.value(field)
      if (!isButton(field) || value !== '') data.value = value
      if (isToggle(field)) data.checked = fields.checked(field)
    }
    for (const name of ['key', 'code', 'detail'] as const) {
      if (event[name] !== undefined) Object.assign(data, { [name]: event[name] })
    }
    for (const name of ['alt', 'ctrl', 'meta', 'shift', 'repeat'] as const) {
      if (event[name]) data[name] = true
    }
    if (MOUSE.test(event.type) && !element.matches('a, button, input, label, select, summary')) {
      data.x = event.x ?? 0
      data.y = event.y ?? 0
    }
    const dataset = datasetOf(element)
    if (Object.keys(dataset).length > 0) data.dataset = dataset
    if (element.localName === 'form') data.form = fields.form(element, event.submitter)
    return data
  }
}

function keyFits({ key, code }: PageEvent, element: Element): boolean {
  const keys = element.getAttribute('lv-key')?.split(' ')
  return !keys || key === undefined || keys.includes(key) || keys.includes(code ?? '')
}

function datasetOf(element: Element): Record<string, string> {
  const values: Record<string, string> = {}
  for (const { name, value } of element.attributes) {
    if (!name.startsWith('data-')) continue
    values[name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return values
}

const FIELD = /^(input|textarea|select|button|option)$/
const MOUSE = /^(click|dblclick|auxclick|contextmenu|wheel|mouse|pointer|drag|drop)/
