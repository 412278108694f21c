/** One connection's encoding: adds what the tab has not learnt yet and writes binary or JSON. */
import { encodeOps, type FrameOptions } from '../protocol/encode-ops.ts'
import { encodeJson } from '../protocol/json.ts'
import { nameNumber } from '../protocol/names.ts'
import type { Op } from '../protocol/ops.ts'
import { paintStrings } from '../template/paint.ts'
import { templateOf } from '../template/template.ts'
import { sharedFrame } from './shared-frames.ts'

/** Where frames go: to a socket, or in the testing kit to a page. */
export interface Connection {
  readonly encoding: 'binary' | 'json'
  send(message: Uint8Array | string): void
  close(code: number, reason: string): void
  /** Bytes written but not sent yet. */
  backlog(): number
  /** Calls `fn` once the backlog is gone. */
  drained(fn: () => void): void
}

const NONE: readonly string[] = []

export class Wire {
  /** What the tab has learnt; most tabs learn nothing after their first paint. */
  private templates: Set<number> | undefined
  private names: Set<number> | undefined
  readonly connection: Connection
  /** Names of templates that the tab has from an earlier connection. */
  private readonly held: readonly string[]

  constructor(connection: Connection, held: readonly string[] = NONE) {
    this.connection = connection
    this.held = held
  }

  send(ops: readonly Op[], options: FrameOptions): void {
    if (this.connection.encoding === 'json') {
      this.connection.send(
        encodeJson(ops, options, (component, insert) =>
          paintStrings(templateOf(insert.tpl)!, component, insert),
        ),
      )
    } else {
      const told = this.defined(ops)
      // The answer to an event is for one tab only.
      const isOwn = told.length === 0 || options.acknowledged !== undefined
      this.connection.send(isOwn ? encodeOps(told, options) : sharedFrame(told, options))
    }
  }

  private defined(ops: readonly Op[]): readonly Op[] {
    let definitions: Op[] | undefined
    for (const op of ops) {
      const known =
        op.op === 'insert' ? this.template(op.tpl) : 'name' in op ? this.name(op) : undefined
      if (known) (definitions ??= []).push(known)
    }
    return definitions ? [...definitions, ...ops] : ops
  }

  private template(number: number): Op | undefined {
    if (this.templates?.has(number)) return undefined
    ;(this.templates ??= new Set()).add(number)
    const { name, markup } = templateOf(number)!
    return { op: 'template', number, html: this.held.includes(name) ? name : markup }
  }

  private name(op: Op & { name: string }): Op | undefined {
    if (op.op === 'class' || op.op === 'drive' || op.op === 'read' || op.op === 'name')
      return undefined
    const number = nameNumber(op.name)
    if (this.names?.has(number)) return undefined
    ;(this.names ??= new Set()).add(number)
    return { op: 'name', number, name: op.name }
  }
}
