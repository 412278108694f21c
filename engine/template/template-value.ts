/** What is allowed in a place of a template, and what its handlers receive. */
import type { EventData } from '../protocol/ops.ts'

/**
 * What a handler receives: what happened in the page, as far as the kind of event tells. Texts and numbers are checked, but not
 * trustworthy. Fields that this kind of event does not carry are empty, so that no handler has to check for them.
 */
export interface LiveEvent extends EventData {
  /** `click`, `input`, … */
  readonly type: string
  /** A field's text; for a checkbox its `value`, see `checked`. Empty when there is none. */
  readonly value: string
  /** The field that the event is about, if the handler is on another element, such as its form. */
  readonly name: string
  /** All choices of a `<select multiple>`, in the order of its options. */
  readonly values: string[]
  /** Whether a checkbox or radio button is on. */
  readonly checked: boolean
  /** Whether the toggled element (`<details>`, a popover) is open now. */
  readonly open: boolean
  /** The key of a keyboard event, empty otherwise. */
  readonly key: string
  /** Names → values of the form that was submitted or whose field changed. */
  readonly form: Record<string, string | string[]>
  /** From the upper left corner of the element with the handler; for a `scroll`, how far it is scrolled. */
  readonly x: number
  /** The same from the upper edge. */
  readonly y: number
  /** `data-*` of the element with the handler. */
  readonly dataset: Record<string, string>
  /** The same each time this event is sent: lets an effect outside happen only once. */
  readonly idempotencyKey: string
}

/** The value of `lv-click` and the others. Its result is awaited and ignored. */
export type Handler = (event: LiveEvent) => void

/**
 * Everything that a place accepts: texts and numbers, views, handlers, and for a property (`.items=${list}`) any object.
 * A promise is not accepted: await it in `start`, or use `load`.
 */
export type TemplateValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Handler
  | { readonly [name: string]: unknown }
  | (object & { readonly call?: never; readonly then?: never })
