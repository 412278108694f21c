/** A tab's events on their way into the mailbox: each number is answered once, whatever comes of it. */
import { InputError } from '../component/errors.ts'
import { ProtocolError } from '../protocol/errors.ts'
import { decodeUp } from '../protocol/event.ts'
import { decodeJson } from '../protocol/json.ts'
import type { Answer, Part, UpEvent } from '../protocol/ops.ts'
import type { Answers } from './answers.ts'
import { answerEvent, type EventSession, type RunTurn } from './events.ts'
import { Intake, type Taken } from './intake.ts'
import type { Turns } from './turns.ts'

/** What events on their way need of their session. */
interface ReceivingSession extends EventSession {
  applied: number
  readonly answers: Answers
  readonly ended: boolean
  readonly rest: { wake(): void }
}

export class Incoming {
  private readonly session: ReceivingSession
  private readonly turns: Turns
  private readonly intake: Intake

  constructor(session: ReceivingSession, turns: Turns) {
    this.session = session
    this.turns = turns
    this.intake = new Intake(session.applied, session.around.limits.window.event)
  }

  /** A new connection. */
  join(): void {
    this.intake.join()
  }

  event(up: UpEvent): void {
    this.take(this.intake.event(up))
  }

  part(part: Part): void {
    this.take(this.intake.part(part))
  }

  /** The tab has sent events up to this one, so they should be here. */
  upTo(seq: number): void {
    this.take(this.intake.upTo(seq))
  }

  /** Answers an event of which nothing but its number can be read, or of which nothing else counts. */
  refuse(seq: number, why: ProtocolError): void {
    this.take(this.intake.refused(seq, why))
  }

  private take(taken: Taken): void {
    switch (taken.kind) {
      case 'nothing':
        return
      case 'gap':
        return this.session.screen.signal('gap', { expected: taken.expected })
      case 'event':
        return this.push(taken.event)
      case 'whole':
        return this.whole(taken.seq, taken.content)
      case 'refused':
        return this.pushRefusal(taken.seq, taken.why)
      default:
        taken satisfies never
    }
  }

  private push(up: UpEvent) {
    this.turns.mailbox.push(() => {
      if (this.session.ended) return
      this.session.screen.acknowledge(up.frame)
      this.session.rest.wake()
      return answerEvent(this.session, up, this.runner(up.seq))
    })
  }

  private whole(seq: number, content: Uint8Array | string) {
    try {
      const up = typeof content === 'string' ? decodeJson(content) : decodeUp(content)
      if (up.type === 'event' && up.seq === seq) return this.push(up)
      throw new ProtocolError(
        'frame-malformed',
        `Expected parts that make event ${seq}, received those of a message of type ${up.type}.`,
      )
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.pushRefusal(seq, error)
    }
  }

  private pushRefusal(seq: number, { code, message }: ProtocolError) {
    this.turns.mailbox.push(() => {
      const { id, around, answers, tree } = this.session
      around.log.warn({ session: id, code }, message)
      answers.add({ seq, outcome: 'refused', code, message })
      return this.runner(seq)(tree.root, 'refused', () => {})
    })
  }

  /** Runs what an event leads to, as a turn that is stored with the event's number and with what came of it. */
  private runner(seq: number): RunTurn {
    return (node, during, fn, takeBack) =>
      this.turns.run(node, during, fn, (failed) => {
        this.session.applied = seq
        if (!failed) return
        takeBack?.()
        this.session.answers.add(answerTo(seq, failed.error))
      })
  }
}

function answerTo(seq: number, error: unknown): Answer {
  // The words of a schema are meant for who filled in what it checks.
  if (error instanceof InputError) {
    return { seq, outcome: 'refused', code: error.code, message: error.message }
  }
  return { seq, outcome: 'failed' }
}
