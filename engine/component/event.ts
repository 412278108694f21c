/** Makes the event that a handler gets. */
import type { EventData } from '../protocol/ops.ts'
import type { LiveEvent } from '../template/template-value.ts'

/** Fills in what an event of this kind does not carry. */
export const liveEvent = (type: string, data: EventData, idempotencyKey: string): LiveEvent => ({
  value: '',
  values: [],
  checked: false,
  open: false,
  key: '',
  form: {},
  x: 0,
  y: 0,
  dataset: {},
  ...data,
  type,
  idempotencyKey,
})
