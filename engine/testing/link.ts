/** A tab's half of the wire: binary both ways, events numbered and kept until the server has them. */
import type { NameTable } from '../protocol/decode-ops.ts'
import { decodeFrame, nameTable } from '../protocol/decode-ops.ts'
import { decodeUp, encodeUp } from '../protocol/event.ts'
import { fullAcknowledgement } from '../protocol/frame-number.ts'
import type { EventData, Frame, Up } from '../protocol/ops.ts'
import type { Session } from '../session/session.ts'
import type { Connection } from '../session/wire.ts'
import type { Heard } from './events.ts'

interface Waiting extends Heard {
  seq: number
}

/** What the link asks of the tab around it. */
export interface LinkTab {
  /** The number under which the server knows a handler now. */
  handler(element: Element, event: string): { component: number; slot: number } | undefined
  /** A new connection begins. */
  joined(): void
  apply(frame: Frame, bytes: Uint8Array): void
}

export class Link {
  private session: Session
  private connection: Connection | undefined
  private names: NameTable = nameTable()
  private waiting: Waiting[] = []
  private seq = 0
  private sent = 0
  private answered = 0
  private epoch: number
  private frame = 0
  private readonly tab: LinkTab

  constructor(session: Session, tab: LinkTab) {
    this.session = session
    this.epoch = session.epoch
    this.tab = tab
  }

  get connected(): boolean {
    return this.connection !== undefined
  }

  /** Joins the session, this one or the one that has taken it up. */
  connect(session: Session = this.session): void {
    this.session = session
    this.names = nameTable()
    this.tab.joined()
    const connection: Connection = {
      encoding: 'binary',
      send: (message) => this.connection === connection && this.receive(message as Uint8Array),
      close: () => {
        if (this.connection === connection) this.connection = undefined
      },
      backlog: () => 0,
      drained: () => {},
    }
    this.connection = connection
    const hello = { token: '', path: session.info.path, epoch: this.epoch, frame: this.frame }
    const up = overTheWire({ type: 'hello', ...hello, seq: this.seq })
    session.connect(connection, up as Extract<Up, { type: 'hello' }>)
  }

  disconnect(): void {
    const { connection } = this
    this.connection = undefined
    if (connection) this.session.disconnect(connection)
  }

  add(heard: Heard): void {
    this.waiting.push({ ...heard, seq: ++this.seq })
    this.flush()
  }

  reply(id: number, data: Extract<Up, { type: 'reply' }>['data']): void {
    // A reply comes over the network: never while the question is still being asked.
    queueMicrotask(() => this.send({ type: 'reply', id, data }))
  }

  /** Tells the server which frames have been applied, as a tab does after a while. */
  acknowledge(): void {
    if (this.connection) this.send({ type: 'ack', frame: this.frame })
  }

  private receive(bytes: Uint8Array) {
    const frame = decodeFrame(bytes, this.names)
    if (frame.acknowledged !== undefined) {
      this.answered = fullAcknowledgement(this.answered, frame.acknowledged)
      this.waiting = this.waiting.filter(({ seq }) => seq > this.answered)
    }
    const welcome = frame.ops.find((op) => op.op === 'signal' && op.kind === 'welcome')
    if (welcome?.op === 'signal') this.settle(welcome.value as unknown as Welcome)
    this.frame++
    this.tab.apply(frame, bytes)
    if (welcome) this.flush()
  }

  private settle({ epoch, applied, frame }: Welcome) {
    this.epoch = epoch
    this.frame = frame - 1
    this.waiting = this.waiting.filter(({ seq }) => seq > applied)
    this.sent = this.answered = applied
  }

  // Before a repaint the handlers' numbers are not those of this process: events wait for it.
  private flush() {
    queueMicrotask(() => {
      for (const { at, event, data, seq } of [...this.waiting]) {
        if (!this.connection || seq <= this.sent) continue
        this.sent = seq
        this.sendEvent(at.element, event, data, seq)
      }
    })
  }

  private sendEvent(element: Element, event: string, data: EventData, seq: number) {
    const at = this.tab.handler(element, event)
    const { component, slot } = at ?? { component: 0, slot: 0 }
    const { frame } = this
    this.send({ type: 'event', component, event, slot, seq, frame, data: at ? data : {} })
  }

  private send(up: Up) {
    if (this.connection) this.session.receive(overTheWire(up) as Exclude<Up, { type: 'hello' }>)
  }
}

interface Welcome {
  epoch: number
  applied: number
  frame: number
}

const overTheWire = (up: Up): Up => decodeUp(encodeUp(up))
