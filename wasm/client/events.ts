/** Hears events once for the whole page and hands those that have a handler to the queue. */
import { fieldOf, payloadOf } from './payload.ts'
import type { Heard } from './queue.ts'

export interface Events {
  /** Begins to listen for an event that some element has a handler for. */
  listen(type: string): void
  /** Whether input of this field is held back. */
  waits(field: Element): boolean
}

/** An element whose events come at a pace; what came last waits in `heard`. */
interface Paced {
  element: Element
  type: string
  heard?: Heard
  timer?: ReturnType<typeof setTimeout>
}

declare global {
  interface Element {
    /** Events that were heard once and are not heard again. */
    telarDone?: Set<string>
  }
}

/** `first` is told each name that is heard of for the first time. */
export function createEvents(add: (heard: Heard) => void, first: (type: string) => void): Events {
  const types = new Set<string>()
  const paced: Paced[] = []

  function listen(type: string) {
    if (types.has(type)) return
    types.add(type)
    first(type)
    // What doesn't bubble is only heard on its way down, what does only on its way up.
    for (const down of [true, false]) {
      const hear = (event: Event) => event.bubbles !== down && bubble(type, event)
      document.addEventListener(type, hear, down)
      // Composed text is one input: its steps mean nothing to the server.
      if (type === 'input') document.addEventListener('compositionend', hear, down)
    }
    if (type === 'drop') document.addEventListener('dragover', allowDrop)
  }

  function bubble(type: string, event: Event) {
    const attribute = CSS.escape(`lv-${type}`)
    const target = event.target instanceof Element ? event.target : document.documentElement
    if ((event as InputEvent).isComposing && type === 'input') return
    for (const element of document.querySelectorAll(`[${attribute}][lv-outside]`)) {
      if (!element.contains(target)) hear(type, event, element)
    }
    for (let at: Element | null = target; at; at = event.bubbles ? at.parentElement : null) {
      if (!at.matches(`[${attribute}]:not([lv-outside])`) || !hear(type, event, at)) continue
      if (at.hasAttribute('lv-stop')) return
    }
  }

  /** False when a modifier filters it out. */
  function hear(type: string, event: Event, element: Element): boolean {
    if (event instanceof KeyboardEvent && !keyFits(event, element)) return false
    const link = type === 'click' && element.matches('a[href]')
    // A link opened elsewhere is the visitor's, not the handler's.
    if (link && isModified(event as MouseEvent)) return false
    if (link || type === 'submit' || element.hasAttribute('lv-prevent')) event.preventDefault()
    if (element.hasAttribute('lv-once')) {
      element.telarDone ??= new Set()
      if (element.telarDone.has(type)) return true
      element.telarDone.add(type)
    }
    const field = fieldOf(event, element) ?? element
    pace({ element, field, event: type, data: payloadOf(event, element) })
    return true
  }

  // Debounce waits for quiet; throttle lets the first through at once and the last at the end.
  function pace(heard: Heard) {
    const { element, event: type } = heard
    const quiet = Number(element.getAttribute('lv-debounce'))
    const every = Number(element.getAttribute('lv-throttle'))
    let one = paced.find((one) => one.element === element && one.type === type)
    if (one) one.heard = heard
    else {
      if (!quiet) send(heard)
      if (!quiet && !every) return
      paced.push((one = { element, type, heard: quiet ? heard : undefined }))
      if (every) wait(one, every, pace)
    }
    if (quiet) wait(one, quiet, send)
  }

  function wait(one: Paced, ms: number, then: (heard: Heard) => void) {
    clearTimeout(one.timer)
    one.timer = setTimeout(() => {
      paced.splice(paced.indexOf(one), 1)
      if (one.heard) then(one.heard)
    }, ms)
  }

  // What was held back came first, and the server must hear it first.
  function send(heard: Heard) {
    flush()
    add(heard)
  }

  function flush() {
    for (const one of paced) {
      if (one.heard) add(one.heard)
      one.heard = undefined
    }
  }

  addEventListener('pagehide', flush)
  document.addEventListener('focusout', flush)
  return { listen, waits: (field) => paced.some(({ heard }) => heard?.field === field) }
}

function keyFits({ key, code }: KeyboardEvent, element: Element): boolean {
  const keys = element.getAttribute('lv-key')?.split(' ')
  return !keys || keys.includes(key) || keys.includes(code)
}

const isModified = (event: MouseEvent) =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey

function allowDrop(event: Event) {
  if (event.target instanceof Element && event.target.closest('[lv-drop]')) event.preventDefault()
}
