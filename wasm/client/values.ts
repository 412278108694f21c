/** Reads what an element holds when an event happens there: fields, forms, editable text, scroll positions; loaded with fields.ts. */
import type { EventData } from '../../engine/protocol/ops.ts'
import type { Readable } from './payload.ts'

/** The value of a form control. */
export type Control = Pick<
  HTMLInputElement,
  'localName' | 'type' | 'name' | 'value' | 'checked'
> & {
  multiple?: boolean
  readonly selectedOptions?: ArrayLike<{ value: string }>
}

/**
 * `element` has the handler, `target` is where the event happened; `field` is the control that it is about. A button's value is in payload.ts.
 */
export function valuesOf(
  type: string,
  event: Readable,
  target: Element,
  element: Element,
  field: Control | undefined,
): EventData {
  const data: EventData = {}
  const { value } = target as Element & Partial<Control>
  if (field) {
    if (field.localName !== 'button') data.value = field.value
    if (field.name && field !== (element as unknown)) data.name = field.name
    if (/^(checkbox|radio)$/.test(field.type)) data.checked = field.checked
    if (field.multiple && field.selectedOptions)
      data.values = Array.from(field.selectedOptions, (option) => option.value)
  } else if (/-/.test(target.localName) && /^(string|number)$/.test(typeof value)) {
    // A custom element with a value, as fields have.
    data.value = String(value)
  } else if ((target as HTMLElement).isContentEditable) {
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks are part of it
    data.value = (target as HTMLElement).innerText
  }
  if (/toggle$/.test(type)) {
    data.open = event.newState ? event.newState === 'open' : (target as HTMLDetailsElement).open
  }
  if (/^scroll/.test(type)) {
    data.x = Math.round(target.scrollLeft)
    data.y = Math.round(target.scrollTop)
  }
  if (element.localName === 'form')
    data.form = entriesOf(new FormData(element as HTMLFormElement, event.submitter))
  return data
}

function entriesOf(entries: Iterable<readonly [string, unknown]>) {
  // Without a prototype: a field may be called __proto__, which is a name like any other.
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    const known = values[name]
    values[name] = known === undefined ? value : [known, value].flat()
  }
  return values
}
