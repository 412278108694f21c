/** Keeps the server from writing over what the visitor is typing. */
import type { Json } from '../../engine/protocol/ops.ts'
import { selectionOf } from './place.ts'

export interface Inputs {
  /** Sets `value` or `checked` now, or when the visitor's newer input has been answered. */
  set(element: Element, name: string, value: Json): void
  /** What the server gave the field last, whatever the visitor typed since. */
  given(element: Element, name: string): Json | undefined
  /** Writes what had to wait and need not any more; called after each frame. */
  release(): void
}

/** `waits` tells whether input of that field is still on its way to the server. */
export function createInputs(waits: (field: Element) => boolean): Inputs {
  const given = new WeakMap<Element, Map<string, Json>>()
  const held = new Map<Element, Map<string, Json>>()
  let composing: EventTarget | null = null
  document.addEventListener('compositionstart', (event) => (composing = event.target), true)
  // A task later the composed text has been heard as input, and waits for its answer.
  const composed = () => {
    composing = null
    setTimeout(release)
  }
  document.addEventListener('compositionend', composed, true)

  function release() {
    for (const [field, values] of held) {
      if (field === composing || waits(field)) continue
      held.delete(field)
      for (const [name, value] of values) write(field, name, value)
    }
  }

  return {
    given: (field, name) => given.get(field)?.get(name),
    set(field, name, value) {
      if (!given.has(field)) given.set(field, new Map())
      given.get(field)!.set(name, value)
      // The options that a <select> chooses from are inserted after its value.
      if (field === composing || waits(field) || field.localName === 'select') {
        if (!held.has(field)) held.set(field, new Map())
        held.get(field)!.set(name, value)
      } else {
        held.get(field)?.delete(name)
        write(field, name, value)
      }
    },
    release,
  }
}

export const propertyOf = (element: Element, name: string) =>
  (element as unknown as Record<string, Json>)[name]

function write(element: Element, name: string, value: Json) {
  if (propertyOf(element, name) === value) return
  const input = element as HTMLInputElement
  const selection = document.activeElement === element ? selectionOf(input) : undefined
  const atEnd = selection && selection[0] === input.value.length
  Object.assign(element, { [name]: value })
  // The browser puts the caret behind a new value; it stays where the visitor had it.
  if (selection && !atEnd) input.setSelectionRange(...selection)
}
