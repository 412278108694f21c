/** Somebody with a page of his own who writes messages by hand, in either encoding. */

import { EVENT_NAMES } from '../../engine/protocol/names.ts'
import { decodeState } from '../../engine/state/codec.ts'
import type { PromptStore } from '../../engine/state/store.ts'
import type { Heard, Line } from '../support/tabs/line.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import type { MemoryLog } from './log.ts'

export type Encoding = 'json' | 'binary'

/** Fields of an event as they are to be sent, right or wrong. */
export interface EventFields {
  component?: unknown
  event?: unknown
  slot?: unknown
  seq?: unknown
  frame?: unknown
  data?: unknown
}

export interface Scene {
  address: string
  store: PromptStore
  log: MemoryLog
}

export class Attacker {
  readonly encoding: Encoding
  readonly visitor: Visitor
  readonly scene: Scene
  line!: Line
  /** The newest event's number. */
  seq = 0
  /** The last frame that came. */
  frame = 0

  private constructor(encoding: Encoding, visitor: Visitor, scene: Scene) {
    this.encoding = encoding
    this.visitor = visitor
    this.scene = scene
  }

  static async join(encoding: Encoding, scene: Scene): Promise<Attacker> {
    const attacker = new Attacker(encoding, await Visitor.open(scene.address), scene)
    await attacker.dial()
    return attacker
  }

  /** Opens a line and says hello on it. */
  async dial(fields: object = {}): Promise<void> {
    const protocols = [this.encoding === 'json' ? 'telar.2.json' : 'telar.2.bin']
    this.line = await this.visitor.dial({ protocols })
    this.send(this.visitor.hello({ frame: this.frame, seq: this.seq, ...fields }))
    await this.line.until(() => true)
  }

  /** Goes on with the session at another server. */
  async goOn(address: string): Promise<void> {
    this.visitor.turnTo(address)
    await this.dial()
    await this.line.until(({ repaint }) => repaint === true)
  }

  /** The session's id, which the token carries in the open. */
  get session(): string {
    const [body] = this.visitor.config.token.split('.') as [string]
    return JSON.parse(Buffer.from(body, 'base64url').toString())[0]
  }

  /** What is stored: the components' state and the last event. */
  state(): { seq: number; components: [string, string][] } {
    const { seq, components } = this.scene.store.load(this.session)!
    return { seq, components: [...components] }
  }

  /** The fields of the `at`th component that are stored. */
  stored(at: number): Record<string, unknown> {
    return decodeState(this.state().components[at]![1]).fields
  }

  /** The `at`th handler of that event in the first paint. */
  slot(event: string, at = 0): number {
    const found = [...this.visitor.markup.matchAll(new RegExp(`lv-${event}="(\\d+)"`, 'g'))]
    return Number(found[at]![1])
  }

  event(fields: EventFields = {}): void {
    const own = { component: 0, event: 'click', slot: this.slot('click'), seq: this.seq + 1 }
    this.send({ type: 'event', ...own, frame: 0, data: {}, ...fields })
  }

  /** An event that must be applied. */
  async applied(fields: EventFields): Promise<void> {
    const seq = ++this.seq
    await this.answered(
      () => this.event({ seq, ...fields }),
      ({ acknowledged }) => Boolean(acknowledged),
    )
    if (this.state().seq !== seq) throw new Error(`Event ${seq} was not applied.`)
  }

  /** In binary, whatever the number formats can carry. */
  send(message: object): void {
    this.line.send(this.encoding === 'json' ? message : binary(message as Message))
  }

  raw(message: string | Uint8Array): void {
    this.line.send(message)
  }

  /** A good click, which must be applied. Resolves with what came back for it. */
  good(): Promise<Heard> {
    const seq = ++this.seq
    return this.answered(
      () => this.event({ seq }),
      ({ acknowledged }) => Boolean(acknowledged),
    )
  }

  /** Everything so far is answered. */
  async quiet(): Promise<void> {
    await this.answered(
      () => this.send({ type: 'ping' }),
      ({ operations }) => operations.length === 0,
    )
  }

  /** What the next refusal says; a refused event has had its number. */
  async refused(from = 0): Promise<{ code: string; message: string; seq?: number }> {
    const refusal = await this.line.refusal(from)
    if (refusal.seq !== undefined) this.seq = refusal.seq
    return refusal
  }

  private answered(send: () => void, fits: (message: Heard) => boolean): Promise<Heard> {
    const from = this.line.heard.length
    send()
    return this.line.until(fits, from)
  }
}

type Message = { type: string } & Record<string, unknown>

function binary({ type, ...fields }: Message): Uint8Array {
  switch (type) {
    case 'event': {
      const number = Math.max(0, EVENT_NAMES.indexOf(fields.event as 'click'))
      const data = number === 0 ? { ...(fields.data as object), type: fields.event } : fields.data
      const head = [fields.component, fields.slot, number, fields.seq, fields.frame]
      return bytes(1, head as number[], JSON.stringify(data))
    }
    case 'ack':
      return bytes(2, [fields.frame as number])
    case 'reply':
      return bytes(3, [fields.id as number], JSON.stringify(fields.data))
    case 'hello':
      return bytes(4, [], JSON.stringify(fields))
    case 'ping':
      return bytes(5, [])
    default:
      return bytes(Number(type), [])
  }
}

/** A message with numbers of any length, as no honest client would write it. */
export function bytes(kind: number, numbers: readonly number[], rest = ''): Uint8Array {
  const head = [kind]
  for (let value of numbers) {
    for (; value > 127; value = Math.floor(value / 128)) head.push((value % 128) + 128)
    head.push(value)
  }
  return Uint8Array.from([...head, ...Buffer.from(rest)])
}
