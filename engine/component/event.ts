/** The event that a handler gets. */
import type { EventData } from '../protocol/ops.ts'

/** What happened in the page, as far as the kind of event tells; texts and numbers are checked, not trusted. */
export interface LiveEvent extends EventData {
  /** `click`, `input`, … */
  readonly type: string
  /** A field's text; for a checkbox its `value`, see `checked`. Empty when there is none. */
  readonly value: string
  readonly checked: boolean
  /** The key of a keyboard event, empty otherwise. */
  readonly key: string
  /** Names → values of the form that was submitted or whose field changed. */
  readonly form: Record<string, string | string[]>
  readonly x: number
  readonly y: number
  /** `data-*` of the element that carries the handler. */
  readonly dataset: Record<string, string>
  /** The same for every sending of this event: lets an effect outside happen once. */
  readonly idempotencyKey: string
}

/** Fills in what an event of this kind does not carry. */
export const liveEvent = (type: string, data: EventData, idempotencyKey: string): LiveEvent => ({
  value: '',
  checked: false,
  key: '',
  form: {},
  x: 0,
  y: 0,
  dataset: {},
  ...data,
  type,
  idempotencyKey,
})
