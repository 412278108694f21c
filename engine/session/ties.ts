/** Ties a session's components to it: where they stand, what is stored of them, what becomes of their faults. */
import type { Fault } from '../component/fault.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Standing, Standpoint } from '../component/place.ts'
import type { TreeHost } from '../component/tree-host.ts'
import type { Outbox } from './outbox.ts'
import { type PlaceSession, SessionPlace } from './place.ts'
import type { States } from './states.ts'

/** What the ties need of their session. */
export interface TiedSession extends PlaceSession {
  readonly states: States
  tell(fault: Fault): void
  forget(node: ComponentNode, keeps: boolean): void
}

export class TreeTies implements TreeHost {
  readonly checks: boolean
  readonly drawn: Outbox
  private readonly session: TiedSession

  constructor(session: TiedSession) {
    this.session = session
    this.checks = session.around.debug
    this.drawn = session.outbox
  }

  place(at: Standpoint): Standing {
    return new SessionPlace(this.session, at)
  }

  restore(node: ComponentNode): boolean {
    return this.session.states.restore(node)
  }

  stateText(node: ComponentNode): string | undefined {
    return this.session.states.textNow(node)
  }

  started(node: ComponentNode): void {
    this.session.changed(node)
  }

  unmounted(node: ComponentNode, keeps: boolean): void {
    this.session.forget(node, keeps)
  }

  fault(fault: Fault): void {
    this.session.tell(fault)
  }

  recovered(fault: Fault): void {
    const { around, id } = this.session
    around.log.warn({ session: id, ...fault }, fault.message)
  }
}
