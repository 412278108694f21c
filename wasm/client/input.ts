/** Keeps the server from writing over what the visitor is typing. */
import type { Answer, Json } from '../../engine/protocol/ops.ts'
import { selectionOf } from './place.ts'
import type { Heard } from './queue.ts'

export interface Inputs {
  /** Sets `value` or `checked` now, or when the visitor's newer input has been answered. */
  set(element: Element, name: string, value: Json): void
  /** An event about this field is answered; without an outcome it was applied. */
  settled(heard: Heard, outcome?: Answer['outcome']): void
  /** Writes what had to wait and need not any more; called after each frame. */
  writeHeld(): void
}

declare global {
  interface Element {
    /** What the server gave the field last, whatever the visitor typed since. */
    telarGiven?: Record<string, Json>
  }
}

/** `waits` tells whether input of that field is still on its way to the server. */
export function createInputs(waits: (field: Element) => boolean): Inputs {
  let held: [Element, string][] = []
  let composing: EventTarget | null = null
  document.addEventListener('compositionstart', (event) => (composing = event.target), true)
  // A task later the composed text has been heard as input, and waits for its answer.
  const composed = () => {
    composing = null
    setTimeout(writeHeld)
  }
  document.addEventListener('compositionend', composed, true)

  function writeHeld() {
    if (!held[0]) return
    held = held.filter(([field, name]) => {
      const stays = field === composing || waits(field)
      if (!stays) write(field, name, field.telarGiven![name]!)
      return stays
    })
  }

  return {
    set(field, name, value) {
      field.telarGiven ??= {}
      field.telarGiven[name] = value
      held.push([field, name])
      // The options that a <select> chooses from are inserted after its value.
      if (field.localName !== 'select') writeHeld()
    },
    settled: writeHeld,
    writeHeld,
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
