/** Events that the server has not kept yet: as element and event, numbered once, encoded when they are sent. */
import type { EventData, UpEvent } from '../../engine/protocol/ops.ts'
import { handlerSlot } from './table.ts'

export interface Heard {
  /** Where the handler stands. */
  element: Element
  /** The field that the visitor changed, which may be inside of it. */
  field: Element
  event: string
  data: EventData
  /** The visitor's newest edit in the page when it happened. */
  edit: number
}

export interface Queue {
  /** The number of the newest event. */
  readonly seq: number
  add(heard: Heard): void
  /** `count` more events are kept by the server. */
  acknowledge(count: number): readonly Heard[]
  /** On a new connection: or after a refusal: all up to `applied` are kept, later ones must be sent again. */
  settle(applied: number): void
  /** Sends what has not been sent on this connection. */
  sendWaiting(): void
  /** Whether input of this field is on its way. */
  waits(field: Element): boolean
}

/** A visitor who goes on clicking without a connection must not fill the memory. */
const MOST = 1000

/** `send` gives false while there is no connection; `full` is told when an event had to be dropped. */
export function createQueue(
  send: (event: Omit<UpEvent, 'frame'>) => boolean,
  full: () => void,
): Queue {
  const waiting: (Heard & { seq: number })[] = []
  let seq = 0
  let sent = 0

  function sendWaiting() {
    for (const heard of waiting) {
      if (heard.seq <= sent) continue
      if (!send(encoded(heard, heard.seq))) return
      sent = heard.seq
    }
  }

  return {
    get seq() {
      return seq
    },
    add(heard) {
      if (waiting.length === MOST) return full()
      waiting.push({ ...heard, seq: ++seq })
      sendWaiting()
    },
    acknowledge: (count) => waiting.splice(0, count),
    settle(applied) {
      while (waiting[0] && waiting[0].seq <= applied) waiting.shift()
      sent = applied
    },
    sendWaiting,
    waits: (field) => waiting.some((heard) => heard.field === field),
  }
}

// Slot 0 is the root hole and never a handler: an event whose element has gone keeps its number and is told stale.
function encoded({ element, event, data }: Heard, seq: number): Omit<UpEvent, 'frame'> {
  const [component, slot] = handlerSlot(element, event) ?? [{ id: 0 }, 0]
  return { type: 'event', component: component.id, event, slot, seq, data: slot ? data : {} }
}
