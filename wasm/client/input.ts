/**
 * The core's part for fields: it detects them and passes them to fields.ts, which is loaded before the first frame by pages with fields, and by
 * browsers without `moveBefore`.
 */
import type { Json } from '../../engine/protocol/ops.ts'
import type { Fields, keepFields } from './fields.ts'

declare global {
  interface Element {
    /** What the server gave last, whatever the visitor did since; under `@name` what it gave before a command wrote there. */
    telarGiven?: Record<string, Json>
    /** The edit that no answer has settled; on the page's root the newest edit of all. */
    telarEdited?: number
  }
}

export interface Inputs extends Pick<Fields, 'set' | 'changed'> {
  /** The rules, once they are loaded. */
  fields?: Fields
  /**
   * Continues at once, or once the rules are loaded, if the page has fields or may have to remove nodes. `begin` is called
   * before the rules report what was typed without an event, its result after that.
   */
  ready(begin: () => () => void): void
  /** Loads the rules for a page that came without fields. */
  load(begin?: () => () => void): void
}

/** `need` loads the rules: before that there is no visitor's input to keep. `waits`: an event of the field is unanswered. */
export function createInputs(
  need: (name: 'fields', act: (part: { keepFields: typeof keepFields }) => void) => void,
  waits: (field: Element) => unknown,
): Inputs {
  const fetch = (isLate: boolean, begin?: () => () => void) =>
    need('fields', ({ keepFields }) => {
      const go = begin?.()
      inputs.fields ??= keepFields(waits, isLate)
      go?.()
    })
  const inputs: Inputs = {
    set(element, name, value, isAgain) {
      if (inputs.fields) return inputs.fields.set(element, name, value, isAgain)
      give(element, name, value)
      fetch(true)
    },
    changed: (element) => inputs.fields?.changed(element),
    ready: (begin) =>
      'moveBefore' in document && !document.querySelector('input, textarea, select')
        ? begin()()
        : fetch(false, begin),
    load: (begin) => fetch(true, begin),
  }
  return inputs
}

/** Sets a property and notes that the server gave it. */
export function give(element: Element, name: string, value: Json) {
  ;(element.telarGiven ??= {})[name] = value
  Object.assign(element, { [name]: value })
}

/** Properties that the visitor changes too: writing them follows the rules. The value of a checkbox or a button is only its name. */
export function isInput({ localName, type }: Element & { type?: string }, name: string): boolean {
  if (name === 'selected') return localName === 'option'
  if (name === 'checked') return localName === 'input'
  if (name !== 'value') return false
  return localName === 'input' ? !VALUELESS.test(type!) : /^(textarea|select)$/.test(localName)
}

const VALUELESS = /^(checkbox|radio|hidden|submit|button|image|reset)$/

/** Records the attributes of the first paint that the visitor can change; fields.ts makes values of them. A property's name starts with a dot. */
export function adoptGiven(element: Element, attribute: string) {
  const name = attribute.replace('.', '')
  if (name === 'open' || isInput(element, name))
    (element.telarGiven ??= {})[name] = element.getAttribute(name)
}
