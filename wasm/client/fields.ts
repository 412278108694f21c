/** Writes the server's values into fields by the rules of engine/README.md, "Fields"; loaded by pages with fields. */
import { bringsField } from '../../engine/protocol/fields.ts'
import type { Answer, Json } from '../../engine/protocol/ops.ts'
import { keepPresses } from './pressed.ts'
import type { Heard } from './queue.ts'
import { giveBack, keepTyped } from './recover.ts'
import { remember, selectionOf } from './remember.ts'
import { valuesOf } from './values.ts'

export { remember as rememberState }

/** Any kind of field: properties that one kind lacks are undefined. */
export type Field = Omit<HTMLInputElement, 'type'> &
  Omit<HTMLSelectElement, 'type'> &
  Omit<HTMLOptionElement, 'form'> & { type: string; elements: Iterable<Field> }

declare global {
  interface Element {
    /** The value after the last edit or write: any other value was set without an event. */
    telarKnown?: string
  }
}

export interface Fields {
  /**
   * The server gives `value`, `checked` or `selected`; `flush` decides whether it is written. `isAgain`: the server only repeats an
   * earlier value, so the current one may stay.
   */
  set(element: Element, name: string, value: Json, isAgain?: boolean): void
  /** What a field can show has changed: its limits or its type. */
  changed(element: Element): void
  /** The server has answered an event. With an outcome it was not applied: what was typed stays, still as an edit. */
  settled(heard: Heard, outcome?: Answer['outcome']): void
  /** After a frame: writes the server's values, unless there is a newer edit. */
  flush(): void
  /** Call it before a reload for which the visitor has not asked: the page that comes offers what was typed. */
  keep(): void
  /** Call it before nodes are removed to be moved: the result restores the visitor's state in them. */
  remember(nodes: readonly Node[]): () => void
  valuesOf: typeof valuesOf
}

/** `waits` tells whether an event of that field is unanswered; `isLate`: all fields came with frames, before these rules were loaded. */
export function keepFields(waits: (field: Element) => unknown, isLate: boolean): Fields {
  let edits = 0
  let composing: EventTarget | null = null
  /** Fields to check at the end of the frame, and those to which it has given a value. */
  let touched = new Set<Element>()
  const given = new Set<Element>()
  /** Their options may change with any frame. */
  const selects = new Set<Element>()

  const on = (type: string, act: (target: Field) => void) =>
    document.addEventListener(type, ({ target }) => act(target as Field), true)
  // By then the event has been handled, and the browser's default action is done.
  const later = (field: Element) => {
    touched.add(field)
    setTimeout(flush)
  }
  on('compositionstart', (field) => (composing = field))
  on('compositionend', (field) => {
    composing = null
    later(field)
  })
  on('reset', (form) => {
    for (const field of reach(form)) {
      field.telarEdited = 0
      later(field)
    }
  })
  on('input', edited)
  // Leaving the field repeats the last edit, which may be answered by now.
  on('change', (field) => shownIn(field) === field.telarKnown || edited(field))
  on('focusout', (field) => hear([field]))
  on('submit', (form) => hear(reach(form)))
  keepPresses()
  // The browser may restore the values from when the visitor left.
  addEventListener('pageshow', hearAll)
  // A choice may have been set before its options existed: the visitor has not chosen the current value.
  if (isLate) {
    touched = new Set(document.querySelectorAll('select'))
    flush()
  } else {
    for (const field of document.querySelectorAll('input,textarea,option'))
      for (const name in field.telarGiven)
        if (FIRST[name])
          field.telarGiven[name] = (field as unknown as Record<string, Json>)[FIRST[name]] ?? null
    giveBack()
    hearAll()
  }

  function edited(field: Field) {
    field.telarEdited = document.documentElement.telarEdited = ++edits
    field.telarKnown = shownIn(field)
  }

  function hearAll() {
    hear(document.querySelectorAll<Field>('input,textarea,select'))
  }

  /** Calls handlers for values that were set without an event: before the client was loaded, by Back, by a password manager. */
  function hear(fields: Iterable<Field>) {
    for (const field of fields) {
      if (field.telarEdited || !isSilent(field)) continue
      edited(field)
      // Of radio buttons, the chosen one also reports the others.
      if (field.closest('[lv-ignore]') || (field.type === 'radio' && !field.checked)) continue
      if (![field, field.form].some((one) => one?.closest('[lv-input],[lv-change]'))) continue
      for (const type of ['input', 'change'])
        field.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }

  function flush() {
    const fields = [...touched, ...selects]
    touched = new Set()
    given.clear()
    for (const one of fields) {
      // For an option, the field is its <select>.
      const field = (one.closest('select') ?? one) as Field
      if (field.options) {
        field.isConnected ? selects.add(field) : selects.delete(field)
        // The visitor's choice has gone with its option.
        if (shownIn(field) !== field.telarKnown) field.telarEdited = 0
      }
      const isBusy = reach(field).some((other) => other.telarEdited || waits(other))
      if (isBusy || field === composing) continue
      show(field)
      field.telarKnown = shownIn(field)
    }
  }

  return {
    set(element, name, value, isAgain) {
      const before = (element.telarGiven ??= {})
      if (!isAgain || `${before[name]}` !== `${value}`) touched.add(element)
      before[name] = value
      given.add(element)
    },
    changed: (element) => void (element.telarGiven && touched.add(element)),
    settled({ element, field, event, data, edit }, outcome) {
      touched.add(field)
      if (outcome || !bringsField(event, data.checked !== undefined)) return
      const now = field.telarGiven
      // The server has compared with the field's value, and has sent no other.
      if (now && element === field && !given.has(field)) {
        const value = Array.isArray(now.value) ? data.values : data.value
        for (const [name, brought] of Object.entries({ value, checked: data.checked }))
          if (now[name] !== undefined && brought !== undefined) now[name] = brought
      }
      for (const one of [...reach(field as Field), ...reach(element as Field)]) {
        // It does not include what was typed since. A box is edited behind the click that brings its press.
        const isBrought = one === field && data.checked === one.checked && BOX.test(one.type)
        if (one.telarEdited! > edit && !isBrought) continue
        one.telarEdited = 0
        touched.add(one)
      }
    },
    flush,
    keep: () => keepTyped(shownIn),
    remember,
    valuesOf,
  }
}

/** In the first paint a value is an attribute; a `<select>` gets its value on joining. */
const FIRST: Record<string, string> = {
  value: 'defaultValue',
  checked: 'defaultChecked',
  selected: 'defaultSelected',
}

/** What an answer settles: a form with all its fields, radio buttons with their group, any other element by itself. */
function reach(element: Field): Field[] {
  const { localName, elements, type, name, form } = element
  if (localName === 'form') return [...elements]
  if (type !== 'radio' || !name) return [element]
  const radios = (element.getRootNode() as Document).querySelectorAll<Field>('[type=radio]')
  return [...radios].filter((one) => one.name === name && one.form === form)
}

const shownIn = ({ selectedOptions, type, checked, value }: Field): string =>
  selectedOptions
    ? Array.from(selectedOptions, (option) => option.value).join('\0')
    : BOX.test(type)
      ? `${checked}`
      : value

const BOX = /^(checkbox|radio)$/

/** Whether a field's value was set without an event: it is neither the server's value nor that of the markup. */
function isSilent(field: Field): boolean {
  const { telarKnown, telarGiven, options, type } = field
  if (telarKnown != null) return shownIn(field) !== telarKnown
  const { value, checked } = telarGiven ?? {}
  if (BOX.test(type)) return field.checked !== (checked ?? field.defaultChecked)
  if (!options) return field.defaultValue != null && !means(field, value ?? field.defaultValue)
  const choice = choiceIn(field)
  return [...options].some((one) => choice.includes(one) !== one.selected)
}

/** The options that a first paint would show: without one for the value, the browser's default. */
function choiceIn(field: Field): unknown[] {
  const all = [...field.options]
  const value = field.telarGiven?.value
  const named = all.filter((one) => [value].flat().includes(one.value))
  // A first paint marks the option of the value, not the one marked by the page's author.
  for (const one of named) one.defaultSelected = false
  const marked = all.filter((one) => one.telarGiven?.selected ?? one.defaultSelected)
  if (field.multiple) return value ? named : marked
  return [named[0] ?? marked.pop() ?? (field.size < 2 && field.querySelector('option:enabled'))]
}

/** Whether a field shows a value, in any notation. */
function means(field: Field, value: Json): boolean {
  if (field.value === value) return true
  const { validity, valueAsNumber } = field
  // An incomplete input has no value yet, and would be lost.
  if (validity?.badInput) return field === document.activeElement
  const other = field.cloneNode() as Field
  other.value = `${value}`
  return Number.isFinite(valueAsNumber)
    ? other.valueAsNumber === valueAsNumber
    : other.value === field.value
}

function show(field: Field) {
  const { telarGiven, options } = field
  const { value, checked } = telarGiven ?? {}
  if (checked != null) field.checked = checked as boolean
  if (options) {
    // If the server has never given a value, it is the visitor's alone.
    const choice = choiceIn(field)
    if (value != null || [...options].some((one) => one.telarGiven?.selected != null))
      for (const one of options) one.selected = choice.includes(one)
  } else if (value != null && !means(field, value)) {
    const selection = document.activeElement === field ? selectionOf(field) : undefined
    const { length } = field.value
    field.value = `${value}`
    // The browser moves the caret to the end of a new value; this keeps it where it was.
    if (selection && selection[0] < length) field.setSelectionRange(...selection)
  }
}
