/** Events that the server has not answered yet: kept as element and event, numbered when they are first sent, encoded each time. */
import { fullAcknowledgement } from '../../engine/protocol/frame-number.ts'
import type { Answer, EventData } from '../../engine/protocol/ops.ts'
import type { Window } from '../../engine/protocol/window.ts'

export interface Heard {
  /** The element with the handler. */
  element: Element
  /** The field that the visitor changed, which may be inside of it. */
  field: Element
  event: string
  data: EventData
  /** The visitor's newest edit in the page at that moment. */
  edit: number
  /** What the browser told, if it did. */
  cause?: Event
  /** The elements that show that it is on its way (pending.ts). */
  marked?: Iterable<Element | null>
  /** Set by files that are loaded later: called with its outcome. */
  done?: (answer?: Answer) => void
}

/** Called with the outcome of an event: without an answer it was applied. */
type Settled = (heard: Heard, answer?: Answer) => void

export interface Queue {
  /** The number of the newest event that was sent. */
  readonly seq: number
  /** The last answered event. */
  readonly answered: number
  add(heard: Heard): void
  /** The server has answered all up to the one whose number ends with these 8 bits; `close` reports their outcomes. */
  acknowledge(low: number): void
  /** An event that was not applied. */
  note(answer: Answer): void
  /** A frame is applied. Reports the outcomes of the events that it answered, and sends what fits now. */
  close(): void
  /** On a new connection: all up to `applied` are answered, later ones must be sent again. */
  join(applied: number, window: Pick<Window, 'events' | 'bytes'>): void
  /** Sends what was not sent on this connection and fits into the window. */
  sendWaiting(): void
  /** Sends everything unanswered again. */
  resend(): void
  /** Events of another session follow, after number `next`. What still waits is dropped. */
  swap(next: number): void
  /** The first unanswered event of this field. */
  waits(field: Element): Heard | undefined
}

interface Waiting extends Heard {
  /** 0 until it is sent. */
  seq: number
  bytes: number
}

/** A visitor who goes on clicking without a connection must not fill the memory. */
const MAX_WAITING = 5000

const LOST: Answer = { seq: 0, outcome: 'lost' }

/** Of these only the newest counts, unless the server knows of an older one. */
const MERGED = /move$|^(input|scroll|drag|dragover|resize)$/

/** `send` returns how many bytes were sent, 0 without a connection; `mark` shows that an event is on its way, or no longer. */
export function createQueue(
  send: (heard: Heard, seq: number) => number,
  settled: Settled,
  mark: (heard: Heard, by: 1 | -1) => void,
): Queue {
  const waiting: Waiting[] = []
  let left: Waiting[] = []
  let answers: Answer[] = []
  let seq = 0
  let answered = 0
  /** How many of the waiting events are in flight, and their bytes. */
  let flying = 0
  let bytes = 0
  let window: Pick<Window, 'events' | 'bytes'> = { events: 0, bytes: 0 }

  function sendWaiting() {
    for (let next = waiting[flying]; next; next = waiting[flying]) {
      if (flying >= window.events || (flying > 0 && bytes >= window.bytes)) return
      next.bytes = send(next, next.seq || seq + 1)
      if (next.bytes === 0) return
      next.seq ||= ++seq
      bytes += next.bytes
      flying++
    }
  }

  function answerUpTo(number: number) {
    while (waiting[0] && waiting[0].seq > 0 && waiting[0].seq <= number) {
      const gone = waiting.shift()!
      left.push(gone)
      if (flying === 0) continue
      flying--
      bytes -= gone.bytes
    }
    answered = number
  }

  function resend() {
    flying = bytes = 0
    sendWaiting()
  }

  return {
    get seq() {
      return seq
    },
    get answered() {
      return answered
    },
    add(heard) {
      const newest = waiting.at(-1)
      const isMerged =
        newest?.seq === 0 &&
        MERGED.test(heard.event) &&
        newest.event === heard.event &&
        newest.element === heard.element &&
        newest.field === heard.field
      if (isMerged) Object.assign(newest, heard)
      else if (waiting.length === MAX_WAITING) return settled(heard, LOST)
      else {
        mark(heard, 1)
        waiting.push({ ...heard, seq: 0, bytes: 0 })
      }
      sendWaiting()
    },
    acknowledge: (low) => answerUpTo(Math.min(seq, fullAcknowledgement(answered, low))),
    note: (answer) => void answers.push(answer),
    close() {
      if (!left[0]) return
      const [done, notes] = [left, answers]
      left = []
      answers = []
      for (const heard of done) {
        mark(heard, -1)
        settled(
          heard,
          notes.find((one) => one.seq === heard.seq),
        )
      }
      sendWaiting()
    },
    join(applied, granted) {
      window = granted
      answerUpTo(applied)
      flying = bytes = 0
    },
    swap(next) {
      for (const heard of waiting.splice(0)) {
        mark(heard, -1)
        heard.done?.(LOST)
      }
      seq = answered = next
    },
    sendWaiting,
    resend,
    waits: (field) => waiting.find((heard) => heard.field === field),
  }
}
