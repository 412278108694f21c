/** Accepts a tab's events by their numbers: each one once, in order, and joins those that came in parts. */
import { ProtocolError } from '../protocol/errors.ts'
import { decodeUp } from '../protocol/event.ts'
import { decodeJson } from '../protocol/json.ts'
import type { Part, UpEvent } from '../protocol/ops.ts'
import type { SessionLimits } from './options.ts'

/** What to do with the message. */
export type Taken =
  /** It was received before, or its other parts are still to come. */
  | { kind: 'nothing' }
  /** An event is missing: the tab sends again from there. */
  | { kind: 'gap'; expected: number }
  | { kind: 'event'; event: UpEvent }
  | { kind: 'refused'; seq: number; why: ProtocolError }

const NOTHING = { kind: 'nothing' } as const
const NONE: readonly (Uint8Array | string)[] = []

type EventLimits = Pick<SessionLimits, 'formFields' | 'window'>

export class Intake {
  /** The last accepted event. */
  received: number
  /** The event from which the tab was asked to send again. */
  private asked = 0
  private parts = NONE
  private partsOf = 0
  private readonly limits: EventLimits

  constructor(received: number, limits: EventLimits) {
    this.received = received
    this.limits = limits
  }

  /** A new connection: parts start again, and a gap is reported again. */
  join(): void {
    this.asked = 0
    this.parts = NONE
  }

  event(event: UpEvent): Taken {
    if (event.seq !== this.received + 1) return this.outOfOrder(event.seq)
    return this.accept(event.data.form ? this.checked(event) : { kind: 'event', event })
  }

  part({ seq, index, left, content }: Part): Taken {
    if (seq !== this.received + 1) return this.outOfOrder(seq)
    if (index === 0) {
      this.parts = NONE
      this.partsOf = seq
      const size = content.length + left
      if (size > this.limits.window.event)
        return this.refused(seq, tooLarge(size, this.limits.window.event))
    }
    if (this.partsOf !== seq || index !== this.parts.length) return this.gap()
    this.parts = [...this.parts, content]
    if (left > 0) return NOTHING
    const taken = whole(seq, joined(this.parts))
    return this.accept(taken.kind === 'event' ? this.checked(taken.event) : taken)
  }

  /** An event of which only the number counts. */
  refused(seq: number, why: ProtocolError): Taken {
    if (seq !== this.received + 1) return this.outOfOrder(seq)
    return this.accept({ kind: 'refused', seq, why })
  }

  /** The tab says that it has sent events up to `seq`. */
  upTo(seq: number): Taken {
    return seq > this.received ? this.gap() : NOTHING
  }

  private outOfOrder(seq: number): Taken {
    return seq <= this.received ? NOTHING : this.gap()
  }

  // Once for each missing event: every later event would ask again otherwise.
  private gap(): Taken {
    const expected = this.received + 1
    if (this.asked === expected) return NOTHING
    this.asked = expected
    return { kind: 'gap', expected }
  }

  private checked(event: UpEvent): Taken {
    const fields = fieldsIn(event)
    if (fields <= this.limits.formFields) return { kind: 'event', event }
    return { kind: 'refused', seq: event.seq, why: tooManyFields(fields, this.limits.formFields) }
  }

  private accept(taken: Taken): Taken {
    this.received++
    this.parts = NONE
    return taken
  }
}

/** The event that the parts make. */
function whole(seq: number, content: Uint8Array | string): Taken {
  try {
    const event = typeof content === 'string' ? decodeJson(content) : decodeUp(content)
    if (event.type === 'event' && event.seq === seq) return { kind: 'event', event }
    throw new ProtocolError(
      'frame-malformed',
      `Expected parts that make event ${seq}, received those of a message of type ${event.type}.`,
    )
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return { kind: 'refused', seq, why: error }
  }
}

const tooLarge = (size: number, most: number) =>
  new ProtocolError(
    'frame-too-large',
    `Expected an event of at most ${most} bytes, received one of ${size}. Shorten it, or send it as a file.`,
  )

const tooManyFields = (fields: number, most: number) =>
  new ProtocolError(
    'form-too-large',
    `Expected at most ${most} fields in a form, received ${fields}. Send fewer, or raise limits.formFields.`,
  )

const fieldsIn = ({ data }: UpEvent) =>
  Object.values(data.form ?? {}).reduce((sum, given) => sum + [given].flat().length, 0)

function joined(parts: readonly (Uint8Array | string)[]): Uint8Array | string {
  if (typeof parts[0] === 'string') return parts.join('')
  return Buffer.concat(parts as Uint8Array[])
}
