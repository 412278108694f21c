/** Reads out of a DOM event what its handler on the server is given. */
import type { EventData, Json } from '../../engine/protocol/ops.ts'

/** `element` has the handler; the event may have happened inside of it. */
export function payloadOf(event: Event, element: Element): EventData {
  const data: EventData = {}
  const field = fieldOf(event, element)
  if (field) {
    if (field.localName !== 'button' || field.value) data.value = field.value
    if (/^(checkbox|radio)$/.test(field.type)) data.checked = field.checked
  }
  if (event instanceof KeyboardEvent) {
    data.key = event.key
    data.code = event.code
    if (event.repeat) data.repeat = true
  }
  for (const name of ['alt', 'ctrl', 'meta', 'shift'] as const) {
    if ((event as KeyboardEvent)[`${name}Key`]) data[name] = true
  }
  // Where a button was hit says nothing, and every click would pay for it.
  if (event instanceof MouseEvent && !element.matches('a, button, input, label, select, summary')) {
    const { left, top } = element.getBoundingClientRect()
    data.x = Math.round(event.clientX - left)
    data.y = Math.round(event.clientY - top)
  }
  const { dataset } = element as HTMLElement
  if (dataset && Object.keys(dataset).length > 0) {
    data.dataset = { ...dataset } as Record<string, string>
  }
  if (element instanceof HTMLFormElement) data.form = formOf(element, event)
  if (event instanceof CustomEvent && event.detail !== null) data.detail = event.detail as Json
  return data
}

/** The form control that an event is about, or nothing. */
export function fieldOf(event: Event, element: Element): HTMLInputElement | undefined {
  for (const at of [event.target, element]) {
    if (at instanceof Element && /^(input|textarea|select|button|option)$/.test(at.localName)) {
      return at as HTMLInputElement
    }
  }
  return undefined
}

function formOf(form: HTMLFormElement, event: Event): Record<string, string | string[]> {
  // Without a prototype: a field may be called __proto__, which is a name like any other.
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new FormData(form, (event as SubmitEvent).submitter)) {
    if (typeof value !== 'string') continue
    const known = values[name]
    values[name] = known === undefined ? value : [known, value].flat()
  }
  return values
}
