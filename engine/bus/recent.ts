/** Keeps the newest messages of a process, so that a receiver can continue where it stopped, or learns that it can't. */
import { randomUUID } from 'node:crypto'
import type { Cursor } from './bus.ts'
import type { Copies } from './message.ts'

export interface Sent {
  readonly number: number
  readonly topic: string
  readonly copies: Copies
}

/** How many messages are kept at most. */
const MOST = 1_000

export class Recent {
  // A cursor of another process means nothing here.
  private readonly process = randomUUID().slice(0, 8)
  private sent: Sent[] = []
  private last = 0

  add(topic: string, copies: Copies): Sent {
    const sent = { number: ++this.last, topic, copies }
    this.sent.push(sent)
    // Drops half of them at a time, so that no message has to move all the others.
    if (this.sent.length >= 2 * MOST) this.sent = this.sent.slice(-MOST)
    return sent
  }

  /** The cursor of a receiver that has received everything up to a message, or up to now. */
  cursor(number = this.last): Cursor {
    return `${this.process}.${number}`
  }

  /** What came after a cursor, oldest first; undefined when some of it is no longer kept. */
  after(cursor: Cursor): readonly Sent[] | undefined {
    const [process, number] = cursor.split('.')
    const from = Number(number)
    const oldest = this.sent[0]?.number ?? this.last + 1
    const isKnown = process === this.process && from + 1 >= oldest && from <= this.last
    return isKnown ? this.sent.filter((one) => one.number > from) : undefined
  }

  clear(): void {
    this.sent = []
  }
}
