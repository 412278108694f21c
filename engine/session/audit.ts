/** Asks a tab, while nothing happens, whether it still shows what it was told, and says again what a script or an extension has changed. */
import type { ComponentNode } from '../component/node.ts'
import { repairOps } from '../diff/repair.ts'
import type { Json, Op } from '../protocol/ops.ts'
import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { Reads } from './reads.ts'
import type { Screen } from './screen.ts'

/** What an audit needs of its session. */
interface AuditedSession {
  readonly screen: Screen
  readonly outbox: Outbox
  readonly reads: Reads
  readonly rest: { wake(): void }
  readonly tree: { readonly root: ComponentNode }
  readonly around: { readonly clock: Clock }
  nodes(): Iterable<ComponentNode>
}

/** Milliseconds from one question to the next. */
const AGAIN_AFTER = 60_000
/** An extension that changes everything back must not keep both ends busy for ever. */
const MOST_REPAIRS = 200

export class Audit {
  private asked = Number.NEGATIVE_INFINITY
  private left = MOST_REPAIRS
  private readonly session: AuditedSession

  constructor(session: AuditedSession) {
    this.session = session
  }

  /** The tab has heard nothing for a while. */
  silence(): void {
    const { screen, outbox, reads, tree, around } = this.session
    const now = around.clock.now()
    if (this.left <= 0 || now - this.asked < AGAIN_AFTER || !screen.canAudit || outbox.full) return
    this.asked = now
    const question = { kind: 'audit', target: '', name: '' } as const
    const { id, answer } = reads.ask(question)
    outbox.add({ op: 'read', id, ...question }, tree.root)
    screen.flush()
    // A tab that does not answer is asked another time.
    answer.then((found) => this.repair(found)).catch(() => {})
  }

  private repair(found: Json) {
    if (!Array.isArray(found)) return
    const places = found.filter(isPlace).slice(0, this.left)
    if (places.length === 0) return
    this.left -= places.length
    this.session.rest.wake()
    this.session.screen.resend((frame) => this.again(places, frame))
  }

  private again(places: readonly Place[], frame: number): Op[] {
    const ops: Op[] = []
    for (const { path, region } of this.session.nodes()) {
      // What a driver has drawn over a row would be gone with it.
      if (this.session.outbox.overlays.writes(path).length > 0) continue
      for (const [component, slot] of places) {
        if (component !== region.id) continue
        ops.push({ op: 'component', id: region.id }, ...repairOps(region, slot, frame))
      }
    }
    return ops.length > 0 ? [...ops, { op: 'component', id: 0 }] : ops
  }
}

type Place = readonly [component: number, slot: number]

const isPlace = (one: Json): one is [number, number] =>
  Array.isArray(one) && one.length === 2 && one.every((number) => Number.isInteger(number))
