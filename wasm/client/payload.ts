/** What an event's handler on the server receives: from the event itself here, from what elements hold in values.ts. */
import type { EventData, Json } from '../../engine/protocol/ops.ts'
import { type Happening, modifiersOf } from './event-dispatch.ts'

/** Properties that are read if they exist. */
export interface Readable extends Happening {
  readonly repeat?: boolean
  readonly detail?: unknown
  readonly changedTouches?: ArrayLike<Point>
  /** The new state of a popover. */
  readonly newState?: string
  readonly submitter?: HTMLElement | null
}

interface Point {
  clientX: number
  clientY: number
}

/** Adds to `data`; `element` has the handler, `field` is the control that the event is about. */
export function payloadOf(
  event: Readable,
  element: Element,
  field: HTMLInputElement | undefined,
  data: EventData,
): EventData {
  if (field?.localName === 'button' && field.value) data.value = field.value
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
  // The browser's own events count clicks there.
  if (event.detail != null && !('view' in event)) data.detail = event.detail as Json
  return data
}

/** The form control that an event is about, if any. */
export const fieldOf = (target: Element, element: Element): Element | undefined =>
  [target, element].find((at) => /^(input|textarea|select|button|option)$/.test(at.localName))

/** Whether the payload has more than the event itself: then values.ts must be there. */
export const hasValues = (type: string, ...elements: readonly Element[]) =>
  /^scroll|toggle$/.test(type) ||
  elements.some(
    (at) =>
      (at as HTMLElement).isContentEditable ||
      /-|^(form|input|textarea|select|option)$/.test(at.localName),
  )
