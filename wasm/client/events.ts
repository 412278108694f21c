/** Hears events once for the whole page and hands those that have a handler to the queue. */
import { fieldOf, payloadOf } from './payload.ts'
import type { Heard } from './queue.ts'

export interface Events {
  /** Begins to listen for an event that some element has a handler for. */
  listen(type: string): void
  /** Hands over what debounce and throttle hold back. */
  flush(): void
  /** Whether input of this field is held back. */
  waits(field: Element): boolean
}

interface Delayed {
  element: Element
  type: string
  heard: Heard
  timer: ReturnType<typeof setTimeout>
}

export function createEvents(add: (heard: Heard) => void): Events {
  const types = new Set<string>()
  const delayed: Delayed[] = []
  const done = new WeakMap<Element, Set<string>>()
  const last = new WeakMap<Element, Map<string, number>>()

  function listen(type: string) {
    if (types.has(type)) return
    types.add(type)
    const hear = (event: Event) => bubble(type, event)
    // What doesn't bubble is only heard on its way down, what does only on its way up.
    document.addEventListener(type, (event) => event.bubbles || hear(event), true)
    document.addEventListener(type, (event) => event.bubbles && hear(event))
    if (type === 'drop') document.addEventListener('dragover', allowDrop)
    // Composed text is one input: its steps mean nothing to the server.
    if (type === 'input') document.addEventListener('compositionend', hear)
  }

  function bubble(type: string, event: Event) {
    if (type === 'input' && (event as InputEvent).isComposing && event.type === 'input') return
    const attribute = `lv-${type}`
    const outside = `[${attribute}][lv-outside]`
    const target = event.target instanceof Element ? event.target : document.documentElement
    for (const element of document.querySelectorAll(outside)) {
      if (!element.contains(target)) hear(type, event, element)
    }
    for (let at: Element | null = target; at; at = at.parentElement) {
      if (at.hasAttribute(attribute) && !at.hasAttribute('lv-outside') && hear(type, event, at)) {
        if (at.hasAttribute('lv-stop')) return
      }
      if (!event.bubbles) return
    }
  }

  /** False when a modifier filters it out. */
  function hear(type: string, event: Event, element: Element): boolean {
    if (event instanceof KeyboardEvent && !keyFits(event, element)) return false
    if (leavesPage(event, element)) return false
    if (type === 'submit' || element.hasAttribute('lv-prevent') || isLink(event, element)) {
      event.preventDefault()
    }
    if (element.hasAttribute('lv-once')) {
      if (done.get(element)?.has(type)) return true
      entry(done, element, () => new Set<string>()).add(type)
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
    const known = delayed.find((one) => one.element === element && one.type === type)
    if (quiet > 0) {
      if (known) drop(known)
      return delay(heard, quiet)
    }
    if (every > 0) {
      if (known) {
        known.heard = heard
        return
      }
      const times = entry(last, element, () => new Map<string, number>())
      const wait = (times.get(type) ?? -every) + every - performance.now()
      if (wait > 0) return delay(heard, wait)
      times.set(type, performance.now())
    }
    send(heard)
  }

  function delay(heard: Heard, ms: number) {
    const { element, event: type } = heard
    const one: Delayed = { element, type, heard, timer: setTimeout(() => fire(one), ms) }
    delayed.push(one)
  }

  function fire(one: Delayed) {
    drop(one)
    last.get(one.element)?.set(one.type, performance.now())
    add(one.heard)
  }

  function drop(one: Delayed) {
    clearTimeout(one.timer)
    delayed.splice(delayed.indexOf(one), 1)
  }

  // What was held back came first, and the server must hear it first.
  function send(heard: Heard) {
    flush()
    add(heard)
  }

  function flush() {
    while (delayed[0]) fire(delayed[0])
  }

  addEventListener('pagehide', flush)
  document.addEventListener('focusout', flush)
  return { listen, flush, waits: (field) => delayed.some(({ heard }) => heard.field === field) }
}

function keyFits({ key, code }: KeyboardEvent, element: Element): boolean {
  const keys = element.getAttribute('lv-key')?.split(' ')
  return !keys || keys.includes(key) || keys.includes(code)
}

// A link opened elsewhere is the visitor's, not the handler's.
const leavesPage = (event: Event, element: Element) =>
  isLink(event, element) &&
  event instanceof MouseEvent &&
  (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)

const isLink = (event: Event, element: Element) =>
  event.type === 'click' && element.localName === 'a' && element.hasAttribute('href')

function allowDrop(event: Event) {
  if (event.target instanceof Element && event.target.closest('[lv-drop]')) event.preventDefault()
}

function entry<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
