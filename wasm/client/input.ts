/** Fields: what the server gave, what the visitor typed, and which of the two stands there. The rules are in engine/README.md, "Fields". */
import { bringsField } from '../../engine/protocol/fields.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import { selectionOf } from './place.ts'
import type { Heard } from './queue.ts'

export interface Inputs {
  /**
   * The server gives `value`, `checked` or `selected`; `flush` decides whether it is written. `isAgain`: it only says again what it
   * gave, so that what stands there may stand.
   */
  set(element: Element, name: string, value: Json, isAgain?: boolean): void
  /** What a field can show has changed: its limits or its type. */
  changed(element: Element): void
  /** The server has answered an event. Unless it was applied, what was typed stays as it is, not heard yet. */
  settled(heard: Heard, outcome: Outcome): void
  /** Writes what the server gave into the fields of this frame, where nothing newer stands. */
  flush(): void
  /** Has handlers hear what came into fields in silence: before the client was there, by Back, by a password manager. */
  hearAll(): void
}

export type Outcome = 'applied' | 'failed' | 'stale' | 'refused'

declare global {
  interface Element {
    /** What the server gave last, whatever the visitor did since; under `@name` what it gave before a command wrote there. */
    telarGiven?: Record<string, Json>
    /** The edit that no answer has settled. */
    telarEdited?: number
    /** What stood there after the last edit or write: what differs from it came in silence. */
    telarKnown?: string
  }
}

type Field = Omit<HTMLInputElement, 'type'> & Omit<HTMLSelectElement, 'type'> & { type: string }

let edits = 0

/** The number of the visitor's newest edit in the page. */
export const newestEdit = () => edits

/** `waits` tells whether an event of that field is not answered yet. */
export function createInputs(waits: (field: Element) => boolean): Inputs {
  let composing: EventTarget | null = null
  /** Fields to look at when the frame is over, and those that it has given something. */
  const touched = new Set<Element>()
  const fresh = new Set<Element>()
  /** What they choose from may change with any frame. */
  const selects = new Set<Element>()

  const edited = ({ target }: Event) => note(target as Field)
  document.addEventListener('input', edited, true)
  document.addEventListener('change', edited, true)
  document.addEventListener('focusout', ({ target }) => hear([target as Field]), true)
  document.addEventListener('submit', ({ target }) => hear(fieldsOf(target as Element)), true)
  // The browser may put back what stood there when the visitor left.
  addEventListener('pageshow', hearAll)
  document.addEventListener('compositionstart', (event) => (composing = event.target), true)
  // A task later the composed text has been heard as input, and waits for its answer.
  const composed = ({ target }: Event) => {
    composing = null
    touched.add(target as Element)
    setTimeout(flush)
  }
  document.addEventListener('compositionend', composed, true)
  // By then the browser has put the first values there, which may be old.
  const reset = ({ target }: Event) => {
    for (const field of fieldsOf(target as Element)) settle(field)
    setTimeout(flush)
  }
  document.addEventListener('reset', reset)

  function settle(field: Element) {
    field.telarEdited = undefined
    touched.add(field)
  }

  function flush() {
    for (const select of selects)
      if (select.isConnected) touched.add(select)
      else selects.delete(select)
    for (const field of touched) {
      const isFree = groupOf(field).every((one) => !one.telarEdited && !waits(one))
      if (!isFree || field === composing) continue
      write(field as Field)
      field.telarKnown = shownIn(field as Field)
    }
    touched.clear()
    fresh.clear()
  }

  function hear(fields: Iterable<Field>) {
    for (const field of fields) {
      if (field.telarEdited || waits(field) || !isSilent(field)) continue
      note(field)
      // Of radio buttons the one that was chosen speaks for those that were not.
      if (!isHeard(field) || (field.type === 'radio' && !field.checked)) continue
      for (const type of ['input', 'change'])
        field.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }

  function hearAll() {
    hear(document.querySelectorAll<Field>('input, textarea, select'))
  }

  return {
    set(element, name, value, isAgain) {
      const given = (element.telarGiven ??= {})
      const isSame = isAgain && String(given[name]) === String(value)
      given[name] = value
      fresh.add(element)
      const field = owner(element)
      if (!isSame) touched.add(field)
      if (field.localName === 'select') selects.add(field)
    },
    changed(element) {
      if (element.telarGiven) touched.add(element)
    },
    settled({ element, field, event, data, edit }, outcome) {
      touched.add(field)
      if (outcome !== 'applied' || !bringsField(event, data.checked !== undefined)) return
      const given = field.telarGiven
      // The server has compared with what the field brought, and has said nothing else.
      if (given && element === field && !fresh.has(field)) {
        const brought = { checked: data.checked, value: data.value as Json }
        if (Array.isArray(given.value)) brought.value = data.values!
        for (const [name, value] of Object.entries(brought))
          if (given[name] !== undefined && value !== undefined) given[name] = value
      }
      for (const one of [field, ...groupOf(field), ...fieldsOf(element)]) {
        // What was typed since is not in it.
        if (!(one.telarEdited! > edit)) settle(one)
      }
    },
    flush,
    hearAll,
  }
}

function note(field: Field) {
  field.telarEdited = ++edits
  field.telarKnown = shownIn(field)
}

const isHeard = (field: Field) =>
  !field.closest('[lv-ignore]') &&
  [field, field.form].some((one) => one?.closest('[lv-input], [lv-change]'))

const fieldsOf = (form: Element): Field[] =>
  form.localName === 'form' ? ([...(form as HTMLFormElement).elements] as Field[]) : []

/** Names that the visitor changes too: setting them follows the rules. The value of a box or a button is only its name. */
export function isInput(element: Element, name: string): boolean {
  const { localName, type } = element as Field
  if (name === 'selected') return localName === 'option'
  if (name === 'checked') return localName === 'input'
  if (name !== 'value') return false
  return localName === 'input' ? !VALUELESS.test(type) : /^(textarea|select)$/.test(localName)
}

const VALUELESS = /^(checkbox|radio|hidden|submit|button|image|reset)$/

/** Notes what the first paint gave, which writes it as an attribute. A property has a dot before its name. */
export function adoptGiven(element: Element, attribute: string) {
  const name = attribute.replace('.', '')
  const given = (): Json | undefined => {
    if (name === 'open') return element.getAttribute(name)
    if (!isInput(element, name)) return undefined
    const { options, defaultValue, defaultChecked } = element as Field
    if (name === 'checked') return defaultChecked
    if (name === 'selected') return (element as Element as HTMLOptionElement).defaultSelected
    if (!options) return defaultValue
    const chosen = [...options].filter((one) => one.defaultSelected).map((one) => one.value)
    return (element as Field).multiple ? chosen : (chosen[0] ?? options[0]?.value ?? '')
  }
  const value = given()
  if (value !== undefined) (element.telarGiven ??= {})[name] = value
}

// Of a choice the <select> is the field.
const owner = (element: Element): Element =>
  element.localName === 'input' ? element : (element.closest('select') ?? element)

/** The radio buttons of which one can be chosen, or the field alone. */
function groupOf(field: Element): Element[] {
  const { type, name, form } = field as Field
  if (type !== 'radio' || !name) return [field]
  const radios = (field.getRootNode() as ParentNode).querySelectorAll<Field>('input[type=radio]')
  return [...radios].filter((one) => one.name === name && one.form === form)
}

/** What the visitor sees there, as a text. */
const shownIn = (field: Field): string =>
  field.options
    ? Array.from(field.selectedOptions, ({ value }) => value).join('\0')
    : BOX.test(field.type)
      ? String(field.checked)
      : field.value

const BOX = /^(checkbox|radio)$/

/** Whether something has come into a field of which no event told. */
function isSilent(field: Field): boolean {
  if (field.telarKnown !== undefined) return shownIn(field) !== field.telarKnown
  if (field.options) {
    const options = [...field.options]
    if (field.multiple) return options.some((one) => one.selected !== one.defaultSelected)
    const first =
      options.find((one) => one.defaultSelected) ?? options.find((one) => !one.disabled)
    return field.selectedIndex >= 0 && !first?.selected
  }
  if (BOX.test(field.type)) return field.checked !== field.defaultChecked
  return field.defaultValue !== undefined && !means(field, field.defaultValue)
}

/** Whether a field shows a value, however it is written. */
function means(field: Field, value: Json): boolean {
  if (field.value === value) return true
  // What is half typed has no value yet, and would be lost.
  if (field.validity?.badInput && field === document.activeElement) return true
  const other = field.cloneNode() as Field
  other.value = String(value)
  const isNumber = !Number.isNaN(field.valueAsNumber ?? Number.NaN)
  return isNumber
    ? other.valueAsNumber === field.valueAsNumber
    : other.value === field.value && !field.validity?.badInput
}

function write(field: Field) {
  const given = field.telarGiven
  for (const option of field.options ?? []) {
    const chosen = option.telarGiven?.selected
    if (chosen !== undefined && option.selected !== chosen) option.selected = chosen as boolean
  }
  if (given?.checked !== undefined && field.checked !== given.checked)
    field.checked = given.checked as boolean
  if (given?.value === undefined) return
  if (field.options) choose(field, given.value)
  else if (!means(field, given.value)) writeText(field, String(given.value))
}

function choose(field: Field, value: Json) {
  if (!Array.isArray(value)) {
    if (field.value !== value) field.value = String(value)
    return
  }
  for (const option of field.options) {
    const isChosen = value.includes(option.value)
    if (option.selected !== isChosen) option.selected = isChosen
  }
}

function writeText(field: Field, text: string) {
  const selection = document.activeElement === field ? selectionOf(field) : undefined
  const atEnd = selection && selection[0] === field.value.length
  field.value = text
  // The browser puts the caret behind a new value; it stays where the visitor had it.
  if (selection && !atEnd) field.setSelectionRange(...selection)
}
