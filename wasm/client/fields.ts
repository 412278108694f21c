/** Writes what the server gave into fields by the rules of engine/README.md, "Fields"; fetched by pages that have some. */
import { bringsField } from '../../engine/protocol/fields.ts'
import type { Answer, Json } from '../../engine/protocol/ops.ts'
import { selectionOf } from './place.ts'
import type { Heard } from './queue.ts'
import { remember } from './remember.ts'

/** Any of them: what one kind lacks is undefined there. */
export type Field = Omit<HTMLInputElement, 'type'> &
  Omit<HTMLSelectElement, 'type'> &
  Omit<HTMLOptionElement, 'form'> & { type: string; elements: Iterable<Field> }

declare global {
  interface Element {
    /** What stood there after the last edit or write: what differs from it came in silence. */
    telarKnown?: string
  }
}

export interface Fields {
  /**
   * The server gives `value`, `checked` or `selected`; `flush` decides whether it is written. `isAgain`: it only says again what it
   * gave, so that what stands there may stand.
   */
  set(element: Element, name: string, value: Json, isAgain?: boolean): void
  /** What a field can show has changed: its limits or its type. */
  changed(element: Element): void
  /** The server has answered an event. With an outcome it was not applied: what was typed stays as it is, an edit still. */
  settled(heard: Heard, outcome?: Answer['outcome']): void
  /** After a frame: writes what the server gave, where nothing newer stands. */
  flush(): void
  /** Before nodes are taken out to be moved: the result gives back what the visitor has in them. */
  remember(nodes: readonly Node[]): () => void
}

/** `waits` tells whether an event of that field is not answered yet; `isLate` that all fields came with frames, before these rules. */
export function keepFields(waits: (field: Element) => boolean, isLate: boolean): Fields {
  let edits = 0
  let composing: EventTarget | null = null
  /** Fields to look at when the frame is over, and those that it has given something. */
  let touched = new Set<Element>()
  const given = new Set<Element>()
  /** What they choose from may change with any frame. */
  const selects = new Set<Element>()

  const on = (type: string, act: (target: Field) => void) =>
    document.addEventListener(type, ({ target }) => act(target as Field), true)
  // By then what happened has been heard, and the browser has done what it does.
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
  on('change', edited)
  on('focusout', (field) => hear([field]))
  on('submit', (form) => hear(reach(form)))
  // The browser may put back what stood there when the visitor left.
  addEventListener('pageshow', hearAll)
  // A choice may have come before its options: nobody has chosen what stands there.
  if (isLate) {
    touched = new Set(document.querySelectorAll('select'))
    flush()
  } else hearAll()

  function edited(field: Field) {
    field.telarEdited = document.documentElement.telarEdited = ++edits
    field.telarKnown = shownIn(field)
  }

  function hearAll() {
    hear(document.querySelectorAll<Field>('input,textarea,select'))
  }

  /** Has handlers hear what came into fields in silence: before the client was there, by Back, by a password manager. */
  function hear(fields: Iterable<Field>) {
    for (const field of fields) {
      if (field.telarEdited || !isSilent(field)) continue
      edited(field)
      // Of radio buttons the one that was chosen speaks for those that were not.
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
      // Of a choice the <select> is the field.
      const field = (one.closest('select') ?? one) as Field
      if (field.options) {
        field.isConnected ? selects.add(field) : selects.delete(field)
        // What the visitor chose has gone with its option.
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
      // The server has compared with what the field brought, and has said nothing else.
      if (now && element === field && !given.has(field)) {
        const value = Array.isArray(now.value) ? data.values : data.value
        for (const [name, brought] of Object.entries({ value, checked: data.checked }))
          if (now[name] !== undefined && brought !== undefined) now[name] = brought
      }
      for (const one of [...reach(field as Field), ...reach(element as Field)]) {
        // What was typed since is not in it.
        if (one.telarEdited! > edit) continue
        one.telarEdited = 0
        touched.add(one)
      }
    },
    flush,
    remember,
  }
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

/** Whether something has come into a field of which no event told: neither what the server gave nor what its markup says. */
function isSilent(field: Field): boolean {
  const { telarKnown, telarGiven, options, type } = field
  if (telarKnown != null) return shownIn(field) !== telarKnown
  const { value, checked } = telarGiven ?? {}
  if (BOX.test(type)) return field.checked !== (checked ?? field.defaultChecked)
  if (!options) return field.defaultValue != null && !means(field, value ?? field.defaultValue)
  const choice = choiceIn(field)
  return [...options].some((one) => choice.includes(one) !== one.selected)
}

/** The options that a first paint would show: without one for the value, what a browser chooses by itself. */
function choiceIn(field: Field): unknown[] {
  const all = [...field.options]
  const value = field.telarGiven?.value
  const named = all.filter((one) => [value].flat().includes(one.value))
  // A first paint marks what the value names: no mark of the page's author.
  for (const one of named) one.defaultSelected = false
  const marked = all.filter((one) => one.telarGiven?.selected ?? one.defaultSelected)
  if (field.multiple) return value ? named : marked
  return [named[0] ?? marked.pop() ?? (field.size < 2 && field.querySelector('option:enabled'))]
}

/** Whether a field shows a value, however it is written. */
function means(field: Field, value: Json): boolean {
  if (field.value === value) return true
  const { validity, valueAsNumber } = field
  // What is half typed has no value yet, and would be lost.
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
    // Without any word of the server's it is the visitor's alone.
    const choice = choiceIn(field)
    if (value != null || [...options].some((one) => one.telarGiven?.selected != null))
      for (const one of options) one.selected = choice.includes(one)
  } else if (value != null && !means(field, value)) {
    const selection = document.activeElement === field ? selectionOf(field) : undefined
    const { length } = field.value
    field.value = `${value}`
    // The browser puts the caret behind a new value; it stays where the visitor had it.
    if (selection && selection[0] < length) field.setSelectionRange(...selection)
  }
}
