/** Questions to the tab and their answers. They bypass the mailbox, since a handler may be waiting for one. */

import { ComponentError } from '../component/errors.ts'
import type { ReadKind } from '../protocol/names.ts'
import type { Json } from '../protocol/ops.ts'
import type { Clock } from './clock.ts'

/** A read by a driver, or by the session itself. */
interface Question {
  kind: ReadKind
  target: string
  name: string
}

interface Waiting {
  read: Question
  resolve(value: Json): void
  reject(error: ComponentError): void
  cancel(): void
}

export class DomQueries {
  private waiting: Map<number, Waiting> | undefined
  private next = 1
  private readonly clock: Clock
  private readonly wait: number

  constructor(clock: Clock, wait: number) {
    this.clock = clock
    this.wait = wait
  }

  /** A new question: its number on the wire, and the promise of its answer. */
  ask(read: Question): { id: number; answer: Promise<Json> } {
    const id = this.next++
    const waiting = (this.waiting ??= new Map())
    const answer = new Promise<Json>((resolve, reject) => {
      const cancel = this.clock.timer(this.wait, () => {
        waiting.delete(id)
        reject(
          new ComponentError(
            'read-timeout',
            `Expected ${describe(read)} from the tab within ${this.wait} ms, received nothing. The tab may be closed or offline. Catch this error, or read again later.`,
          ),
        )
      })
      waiting.set(id, { read, resolve, reject, cancel })
    })
    return { id, answer }
  }

  /** False if no question with that number waits: the answer was late, or never asked for. */
  answer(id: number, data: { value?: Json; error?: string }): boolean {
    const waiting = this.waiting?.get(id)
    if (!waiting) return false
    this.waiting?.delete(id)
    waiting.cancel()
    if (data.error === undefined) waiting.resolve(data.value ?? null)
    else waiting.reject(refused(waiting.read, data.error))
    return true
  }

  /** The tab has disconnected: all questions are rejected. */
  refuseAll(): void {
    for (const { read, reject, cancel } of this.waiting?.values() ?? []) {
      cancel()
      reject(ended(read))
    }
    this.waiting = undefined
  }
}

/** Why a question gets no answer: its tab has disconnected, and a new connection is welcomed only after this turn. */
export const ended = (read: Question): ComponentError =>
  new ComponentError(
    'read-timeout',
    `Expected ${describe(read)} from the tab, received the end of its connection. Catch this error, or read again later.`,
  )

const refused = (read: Question, error: string) =>
  error === 'not-found'
    ? new ComponentError(
        'read-not-found',
        `Expected an element with the id "${read.target}" in the page, received none. Check the id, or commit() first if it was just rendered.`,
      )
    : new ComponentError(
        'read-refused',
        `Expected ${describe(read)} from the tab, received an error: ${error}.`,
      )

const describe = (read: Question) =>
  `the ${read.kind}${read.name ? ` ${read.name}` : ''} of ${read.target ? `#${read.target}` : 'the root element'}`
