/** What may stand in a place of a template, and what its handlers are given. */
import type { EventData } from '../protocol/ops.ts'

/**
 * What a handler is given: what happened in the page, as far as the kind of event tells. Texts and numbers are checked, not
 * trusted. Fields that an event of this kind does not carry are empty, so that no handler has to ask.
 */
export interface LiveEvent extends EventData {
  /** `click`, `input`, … */
  readonly type: string
  /** A field's text; for a checkbox its `value`, see `checked`. Empty when there is none. */
  readonly value: string
  /** All choices of a `<select multiple>`, in the order of its options. */
  readonly values: string[]
  readonly checked: boolean
  /** Whether what was toggled (`<details>`, a popover) is open now. */
  readonly open: boolean
  /** The key of a keyboard event, empty otherwise. */
  readonly key: string
  /** Names → values of the form that was submitted or whose field changed. */
  readonly form: Record<string, string | string[]>
  /** From the upper left corner of the element that has the handler; of a `scroll`, how far what was scrolled is. */
  readonly x: number
  readonly y: number
  /** `data-*` of the element that carries the handler. */
  readonly dataset: Record<string, string>
  /** The same for every sending of this event: lets an effect outside happen once. */
  readonly idempotencyKey: string
}

/** What stands behind `lv-click` and the others; what it gives back is waited for and not used. */
export type Handler = (event: LiveEvent) => void

/**
 * Anything that a place takes: texts and numbers, views, handlers, and for a property (`.items=${list}`) any object.
 * A promise is none of them: await it in `start`, or use `load`.
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
