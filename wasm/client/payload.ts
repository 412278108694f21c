/** Reads from an event what its handler on the server receives. */
import type { EventData, Json } from '../../engine/protocol/ops.ts'
import { type Happening, modifiersOf } from './event-dispatch.ts'

/** Properties that are read if they exist. */
export interface Readable extends Happening {
  readonly repeat?: boolean
  readonly detail?: unknown
  readonly changedTouches?: ArrayLike<Point>
  /** The new state of a popover. */
  readonly newState?: string
}

/** The value of a form control. */
export type Field = Pick<HTMLInputElement, 'localName' | 'type' | 'value' | 'checked'> & {
  multiple?: boolean
  readonly selectedOptions?: ArrayLike<{ value: string }>
}

interface Point {
  clientX: number
  clientY: number
}

/**
 * `element` has the handler, `target` is where the event happened; `field` is the control that it is about, `entries` the data that a form
 * would send.
 */
export function payloadOf(
  type: string,
  event: Readable,
  target: Element,
  element: Element,
  field: Field | undefined,
  entries: () => Iterable<readonly [string, unknown]>,
): EventData {
  const data: EventData = {}
  const { value } = field ?? (target as Element & Partial<Field>)
  if (field) {
    if (field.localName !== 'button' || field.value) data.value = field.value
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
  if (event.key) {
    data.key = event.key
    data.code = event.code!
    if (event.repeat) data.repeat = true
  }
  for (const name of modifiersOf(event)) data[name] = true
  // Of several fingers, the one that the event is about.
  const place = event.changedTouches?.[0] ?? event
  // The position on a button has no meaning, and would make every click larger.
  if ('clientX' in place && !element.matches('a, button, input, label, select, summary')) {
    const { left, top } = element.getBoundingClientRect()
    data.x = Math.round(place.clientX - left)
    data.y = Math.round(place.clientY - top)
  }
  const dataset = { ...(element as HTMLElement).dataset } as Record<string, string>
  if (Object.keys(dataset)[0]) data.dataset = dataset
  if (element.localName === 'form') data.form = valuesOf(entries())
  // The browser's own events count clicks there.
  if (event.detail != null && !('view' in event)) data.detail = event.detail as Json
  return data
}

/** The form control that an event is about, if any. */
export const fieldOf = (target: Element, element: Element): Element | undefined =>
  [target, element].find((at) => /^(input|textarea|select|button|option)$/.test(at.localName))

function valuesOf(entries: Iterable<readonly [string, unknown]>) {
  // Without a prototype: a field may be called __proto__, which is a name like any other.
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    const known = values[name]
    values[name] = known === undefined ? value : [known, value].flat()
  }
  return values
}
