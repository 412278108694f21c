/** Hears events once for the whole page and hands those that have a handler to the queue. */
import { MODIFIERS } from '../../engine/protocol/names.ts'
import { type Gate, letGo } from './gate.ts'
import { fieldOf, payloadOf } from './payload.ts'
import type { Heard } from './queue.ts'
import { type Once, rise } from './rise.ts'

export interface Events {
  readonly gate: Gate<Heard>
  /** Begins to listen for an event that some element has a handler for. */
  listen(type: string): void
  /** From here on they are handed on at once; the result hands on those that came before, the page's own list first. */
  begin(): () => void
  /** Whether input of this field is held back. */
  waits(field: Element): boolean
}

declare global {
  interface Element extends Once {}
  interface Document {
    /** Clicks and submits that came before the client: engine/server/early.ts notes them. */
    telarEarly?: Event[] & EventListenerObject
  }
}

/** `first` is told each name that is heard of for the first time: of an event, or of a modifier. */
export function createEvents(add: (heard: Heard) => void, first: (type: string) => void): Events {
  const types = new Set<string>()
  /** What has met a handler before fields are known: what they carry is read then. */
  let early: (() => void)[] | undefined = []
  const gate: Gate<Heard> = {
    held: [],
    emit: add,
    // Until the pace has come, what needs one waits for it, and all that comes after.
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
    if (MODIFIERS.includes(type)) return
    // What doesn't bubble is only heard on its way down, what does only on its way up.
    for (const down of [true, false]) {
      const hear = (event: Event) => event.bubbles !== down && heard(type, event)
      document.addEventListener(type, hear, down)
      // Composed text is one input: its steps mean nothing to the server.
      if (type === 'input') document.addEventListener('compositionend', hear, down)
    }
  }

  function heard(type: string, event: Event) {
    const { isComposing, keyCode } = event as KeyboardEvent
    // The keys of a composition are not the page's: an Enter chooses a word. Safari tells by the code alone.
    if (isComposing ? /^(input|key)/.test(type) : keyCode === 229) return
    const target = event.target instanceof Element ? event.target : document.documentElement
    const meet = (element: Element) => {
      if (early) return void early.push(() => meet(element))
      const field = fieldOf(target, element) as HTMLInputElement | undefined
      const entries = () =>
        new FormData(element as HTMLFormElement, (event as SubmitEvent).submitter)
      const data = payloadOf(type, event, target, element, field, entries)
      const edit = document.documentElement.telarEdited ?? 0
      gate.admit({ element, field: field ?? element, event: type, data, edit })
    }
    rise(type, event, target, meet)
  }

  function begin() {
    const waiting = early
    early = undefined
    return () => {
      for (const handOn of waiting ?? []) handOn()
    }
  }

  const noted = document.telarEarly
  if (noted) {
    for (const type of ['click', 'submit']) removeEventListener(type, noted, true)
    for (const event of noted) heard(event.type, event)
  }
  const flush = () => letGo(gate)
  addEventListener('pagehide', flush)
  document.addEventListener('focusout', flush)
  return { gate, listen, begin, waits: (field) => gate.held.some((heard) => heard.field === field) }
}
