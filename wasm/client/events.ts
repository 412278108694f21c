/** Listens for events once for the whole page and passes those with a handler to the queue. */
import { type Once, rise } from './event-dispatch.ts'
import type { Inputs } from './input.ts'
import { fieldOf, hasValues, payloadOf } from './payload.ts'
import type { Heard, Queue } from './queue.ts'

/** Where events leave the page: in the order in which they happened, even if some are held back. */
export interface Gate {
  /** Waiting events, in the order in which they last happened. */
  readonly held: Heard[]
  /** Passes an event on, or holds it back. */
  admit(heard: Heard): void
  /** Sends it on; it can't be held back any more. */
  emit(heard: Heard): void
}

/** Releases what is held back: the first `count`, or everything. */
export function letGo(gate: Gate, count = gate.held.length) {
  for (const heard of gate.held.splice(0, count)) gate.emit(heard)
}

export interface Events {
  readonly gate: Gate
  /** Starts to listen for an event that some element has a handler for. */
  listen(type: string): void
  /** From now on events are passed on at once; the result passes on earlier ones, starting with the page's own list. */
  begin(): () => void
  /** The first event of this field that has no answer yet, or is held back. */
  waits(field: Element): Heard | undefined
  /** Whether `lv-busy` keeps this click or submit from its handler: the one before it has no answer yet. */
  isLocked(element: Element, field: Element, event: Event): boolean
}

declare global {
  interface Element extends Once {}
  interface Document {
    /** Clicks and submits from before the client was loaded: engine/server/early.ts notes them. */
    telarEarly?: Event[] & EventListenerObject
  }
}

/** Only handlers in `root` are called. `first` is called with the name of each event or modifier that occurs for the first time. */
export function createEvents(
  root: Element,
  queue: Queue,
  first: (type: string) => void,
  inputs: () => Pick<Inputs, 'fields' | 'load'>,
): Events {
  const types = new Set<string>()
  /** What has met a handler before fields.ts is there, which is needed: its payload is read then. */
  let early: (() => void)[] | undefined = []
  const gate: Gate = {
    held: [],
    emit: queue.add,
    // Until pace.ts is loaded, events that need it wait for it, and so do all later ones.
    admit(heard) {
      gate.held.push(heard)
      if (gate.held[1] || heard.element.matches('[lv-debounce], [lv-throttle]')) listen('debounce')
      else letGo(gate)
    },
  }

  function listen(type: string) {
    if (types.has(type)) return
    types.add(type)
    first(type)
    // Events that do not bubble are handled in the capture phase, others in the bubble phase.
    for (const down of [true, false]) {
      const hear = (event: Event) => event.bubbles !== down && heard(type, event)
      document.addEventListener(type, hear, down)
      // Composed text is one input: the server does not need the steps.
      if (type === 'input') document.addEventListener('compositionend', hear, down)
    }
  }

  function heard(type: string, event: Event) {
    const { isComposing, keyCode } = event as KeyboardEvent
    // Keys during a composition belong to the input method: an Enter chooses a word. Safari shows it only by the code.
    if (isComposing ? /^(input|key)/.test(type) : keyCode === 229) return
    const target = event.target instanceof Element ? event.target : document.documentElement
    const meet = (element: Element) => {
      if (!early && !inputs().fields && hasValues(type, target, element)) {
        early = []
        inputs().load(begin)
      }
      if (early) return void early.push(() => meet(element))
      const field = fieldOf(target, element) as HTMLInputElement | undefined
      if (isLocked(element, field ?? element, event)) return
      const values = inputs().fields?.valuesOf(type, event, target, element, field)
      const data = payloadOf(event, element, field, values ?? {})
      const edit = document.documentElement.telarEdited ?? 0
      gate.admit({ element, field: field ?? element, event: type, data, edit, cause: event })
    }
    rise(root, type, event, target, meet)
  }

  const isLocked: Events['isLocked'] = (element, field, event) =>
    /^(click|submit)$/.test(event.type) &&
    [element, (event as SubmitEvent).submitter].some((at) => at?.hasAttribute('lv-busy')) &&
    !!waits(field)

  function begin() {
    const waiting = early
    early = undefined
    return () => {
      for (const handOn of waiting ?? []) handOn()
    }
  }

  const noted = document.telarEarly
  if (noted) {
    noted.handleEvent = () => {}
    for (const event of noted) heard(event.type, event)
  }
  const flush = () => letGo(gate)
  addEventListener('pagehide', flush)
  document.addEventListener('focusout', flush)
  const waits: Events['waits'] = (field) =>
    queue.waits(field) ?? gate.held.find((heard) => heard.field === field)
  return { gate, listen, begin, waits, isLocked }
}
