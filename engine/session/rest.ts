/** Lets a session rest while nothing happens: what its tab shows is packed, and told again from its state when something does. */
import type { ComponentNode } from '../component/node.ts'
import { recall } from '../diff/recall.ts'
import { pack } from '../template/packed.ts'
import type { Outbox } from './outbox.ts'
import type { Screen } from './screen.ts'
import type { States } from './states.ts'
import type { Turns } from './turns.ts'

/** What resting needs of its session. */
interface RestingSession {
  readonly screen: Screen
  readonly outbox: Outbox
  readonly states: States
  nodes(): Iterable<ComponentNode>
}

export class Rest {
  /** Something is packed. */
  private resting = false
  /** Something has happened since the last call of `tire`. */
  private stirred = true
  private readonly session: RestingSession
  private readonly turns: Turns

  constructor(session: RestingSession, turns: Turns) {
    this.session = session
    this.turns = turns
  }

  /** Called now and then: packs what can be packed when nothing has happened since the last call. */
  tire(): void {
    const wasStirred = this.stirred
    this.stirred = false
    if (wasStirred || this.resting || !this.isQuiet()) return
    // Afterwards it would have to wake for it.
    this.session.screen.prove()
    for (const node of this.session.nodes()) {
      node.texts = undefined
      if (!isPlain(node)) continue
      const { region } = node
      region.packed = pack(region.root)
      if (region.packed === undefined) continue
      region.root = ''
      node.view = ''
      this.resting = true
    }
  }

  /** Before anything happens: every view that rests runs again, on the state that it was shown with. */
  wake(): void {
    this.stirred = true
    if (!this.resting) return
    this.resting = false
    const asleep = [...this.session.nodes()].filter(({ region }) => region.packed !== undefined)
    const changed = new Set(asleep.filter(({ dirty }) => dirty))
    for (const node of asleep) node.dirty = true
    this.turns.refresh()
    for (const node of asleep) {
      // Code outside of any turn may have changed it meanwhile: then its handlers are not those that were shown.
      recall(node.region, node.view, this.session.states.isKept(node))
      node.isSilent = !changed.has(node)
    }
  }

  // The tab has everything, and has said so.
  private isQuiet(): boolean {
    const { screen, outbox } = this.session
    return (
      screen.isAtRest &&
      outbox.isEmpty &&
      !this.turns.busy &&
      !this.turns.isStoring &&
      this.turns.mailbox.length === 0
    )
  }
}

// A view that holds other components gives them props when it runs, which they would hear of.
function isPlain(node: ComponentNode): boolean {
  const { region } = node
  return (
    node.life === 'mounted' &&
    !node.dirty &&
    !node.fresh &&
    !node.starting &&
    !node.failedStart &&
    !node.failure &&
    !node.lists &&
    (node.awaited?.size ?? 0) === 0 &&
    node.children.size === 0 &&
    !node.holdsPieces &&
    !region.moved &&
    region.gone.length === 0 &&
    region.streams.size === 0
  )
}
