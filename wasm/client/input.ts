/** What the core does for fields: it knows them, and hands them to fields.ts, which a page with fields fetches before its first frame, and so does a browser without `moveBefore`. */
import type { Json } from '../../engine/protocol/ops.ts'
import type { Fields, keepFields } from './fields.ts'

declare global {
  interface Element {
    /** What the server gave last, whatever the visitor did since; under `@name` what it gave before a command wrote there. */
    telarGiven?: Record<string, Json>
    /** The edit that no answer has settled; on the page's root the newest one of all. */
    telarEdited?: number
  }
}

export interface Inputs extends Pick<Fields, 'set' | 'changed'> {
  /** The rules, once they are here. */
  fields?: Fields
  /**
   * Goes on at once, or once the rules have come to a page that has fields or may have to take nodes out. `begin` is called
   * before the rules hear what was typed in silence, its result behind them.
   */
  ready(begin: () => () => void): void
}

/** `need` fetches the rules: until they have come there is nothing of a visitor's to keep. `waits`: an event of the field is unanswered. */
export function createInputs(
  need: (name: 'fields', act: (part: { keepFields: typeof keepFields }) => void) => void,
  waits: (field: Element) => boolean,
): Inputs {
  const fetch = (begin?: () => () => void) =>
    need('fields', ({ keepFields }) => {
      const go = begin?.()
      inputs.fields ??= keepFields(waits, !begin)
      go?.()
    })
  const inputs: Inputs = {
    set(element, name, value, isAgain) {
      if (inputs.fields) return inputs.fields.set(element, name, value, isAgain)
      ;(element.telarGiven ??= {})[name] = value
      Object.assign(element, { [name]: value })
      fetch()
    },
    changed: (element) => inputs.fields?.changed(element),
    ready: (begin) =>
      'moveBefore' in document && !document.querySelector('input, textarea, select')
        ? begin()()
        : fetch(begin),
  }
  return inputs
}

/** Names that the visitor changes too: setting them follows the rules. The value of a box or a button is only its name. */
export function isInput({ localName, type }: Element & { type?: string }, name: string): boolean {
  if (name === 'selected') return localName === 'option'
  if (name === 'checked') return localName === 'input'
  if (name !== 'value') return false
  return localName === 'input' ? !VALUELESS.test(type!) : /^(textarea|select)$/.test(localName)
}

const VALUELESS = /^(checkbox|radio|hidden|submit|button|image|reset)$/

/** Notes what the first paint gave, which writes it as an attribute; a `<select>` is told when it joins. A property has a dot before its name. */
export function adoptGiven(element: Element, attribute: string) {
  const name = attribute.replace('.', '')
  if (name === 'open' || isInput(element, name))
    (element.telarGiven ??= {})[name] =
      (element as unknown as Record<string, Json>)[FIRST[name]!] ?? element.getAttribute(name)
}

const FIRST: Record<string, string> = {
  value: 'defaultValue',
  checked: 'defaultChecked',
  selected: 'defaultSelected',
}
