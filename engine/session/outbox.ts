/** What waits for the tab besides state: pushed events, driver writes and reads, signals; also the overlays of drivers. */

import type { DriverWrite } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Json, Op } from '../protocol/ops.ts'
import { SessionError } from './errors.ts'
import { isLasting } from './overlay-target.ts'
import { Overlays, type PlacedWrite } from './overlays.ts'

interface Pending {
  /** Undefined for ops of the session as a whole. */
  node: ComponentNode | undefined
  op: Op
  /** The turn that added it. */
  turn: number
  /** Of its name, only the newest waits. */
  isNewest?: boolean
  /** The turn that added a newer one: if it fails, this one is the newest again. */
  outdatedIn?: number | undefined
}

/** Shared by all sessions for which nothing waits. */
const NONE: Pending[] = []

export class Outbox {
  /** What drivers have drawn; undefined in most sessions. */
  overlays: Overlays | undefined
  pending = NONE
  /** Counts the turns: until it is sent, what a turn pushed and flashed can be taken back. */
  turn = 0
  private readonly limit: number

  constructor(limit: number, overlays?: ReadonlyMap<string, string>) {
    this.limit = limit
    if (overlays && overlays.size > 0) this.overlays = new Overlays(overlays)
  }

  /** Nothing waits for the tab, and drivers have drawn nothing. */
  get isEmpty(): boolean {
    return this.pending.length === 0 && this.overlays === undefined
  }

  /** A signal waits: a newer one must not be sent before it. */
  get hasSignal(): boolean {
    return this.pending.some(({ op }) => op.op === 'signal')
  }

  get full(): boolean {
    // Counted only where it may be.
    return this.pending.length >= this.limit && this.pending.filter(isWaiting).length >= this.limit
  }

  /**
   * With `isNewest` it takes the place of an older event of that name.
   * @throws SessionError 'queue-full' when the tab accepts nothing for too long.
   */
  add(op: Op, node?: ComponentNode, isNewest = false): void {
    if (isNewest) this.outdate(op, node)
    if (this.full) {
      throw new SessionError(
        'queue-full',
        `Expected at most ${this.limit} messages that wait for the tab (push, driver writes and reads), received one more. It is not sent. Send fewer, or show it from state, which is never queued.`,
      )
    }
    const one: Pending = isNewest
      ? { node, op, turn: this.turn, isNewest }
      : { node, op, turn: this.turn }
    // In place: a turn may push up to the limit.
    if (this.pending === NONE) this.pending = [one]
    else this.pending.push(one)
  }

  takeBack(): void {
    const stays = ({ op, turn }: Pending) =>
      turn !== this.turn || (op.op !== 'event' && op.op !== 'signal')
    this.pending = this.pending.filter(stays)
    for (const one of this.pending) if (one.outdatedIn === this.turn) one.outdatedIn = undefined
  }

  // What an earlier turn has left stays until this one has succeeded.
  private outdate(op: Op, node: ComponentNode | undefined) {
    const isOlder = (one: Pending) =>
      one.isNewest &&
      one.node === node &&
      'name' in op &&
      'name' in one.op &&
      one.op.name === op.name
    const { turn } = this
    const stays = (one: Pending) =>
      !isOlder(one) || (one.turn !== turn && (one.outdatedIn ?? turn) === turn)
    this.pending = this.pending.filter(stays)
    for (const one of this.pending) if (isOlder(one)) one.outdatedIn = turn
  }

  /** Removes and returns everything that waits, each in its component. */
  take(): Op[] {
    const ops: Op[] = []
    let component = 0
    for (const one of this.pending) {
      if (!isWaiting(one)) continue
      const { node, op } = one
      if (node && op.op === 'drive' && this.overlays?.isTakenOut(node.path, op)) continue
      const id = node?.region.id ?? component
      if (id !== component) ops.push({ op: 'component', id })
      component = id
      ops.push(op)
    }
    if (component !== 0) ops.push({ op: 'component', id: 0 })
    this.pending = NONE
    return ops
  }

  /** A component has ended: what waits for it is dropped. */
  forget(node: ComponentNode): void {
    if (this.pending.length > 0) this.pending = this.pending.filter((one) => one.node !== node)
    this.overlays?.forget(node.path)
  }

  /** Drops waiting driver writes that are drawn again anyway, as part of the overlays: those in `drawn`, or all. */
  dropWrites(drawn?: readonly PlacedWrite[]): void {
    this.pending = this.pending.filter(({ node, op }) => {
      if (op.op !== 'drive' || !isLasting(op)) return true
      return drawn?.every(({ path, write }) => path !== node?.path || write.target !== op.target)
    })
  }

  /**
   * Sends a driver's write, and keeps it so that a later repaint shows it again. Returns the component whose view must run again.
   * @throws SessionError 'queue-full'
   */
  write(node: ComponentNode, write: DriverWrite): string | undefined {
    const value = (write.value ?? null) as Json
    this.add({ op: 'drive', ...write, value }, node)
    if (!isLasting(write)) return node.path
    this.overlays ??= new Overlays()
    return this.overlays.write(node.path, { ...write, value })
  }
}

const isWaiting = ({ outdatedIn }: Pending) => outdatedIn === undefined
