/** Calls the hooks of components in their documented order, once for what each of them tells. */
import type { ComponentNode } from '../component/node.ts'
import type { ComponentTree } from '../component/tree.ts'
import { armDeadline, type PlaceSession } from './place.ts'

/** What hooks need of their session. */
interface HookSession extends PlaceSession {
  readonly tree: ComponentTree
}

export class Hooks {
  private readonly session: HookSession

  constructor(session: HookSession) {
    this.session = session
  }

  /** Their newest views stand in the page: children hear of it before their parents. */
  shown(nodes: ReadonlySet<ComponentNode>): void {
    for (const node of nodes) node.fresh = false
    if (nodes.size === 0) return
    const all = this.session.tree.nodes()
    if (all.length === 1 && nodes.has(all[0]!)) return this.tell(all[0]!)
    for (const node of [...this.session.tree.root.walkUp()]) if (nodes.has(node)) this.tell(node)
  }

  /** Each component hears once per process that it is live, parents first: its timers and topics begin here. */
  goLive(): void {
    const { session } = this
    for (const node of session.tree.nodes()) {
      if (node.live || node.starting || node.failedStart) continue
      // It hears that it is mounted before it hears that it is live.
      session.screen.answer()
      node.live = true
      for (const entry of session.deadlines?.get(node.path) ?? []) armDeadline(session, node, entry)
      if (node.component.connected) {
        session.turn(node, 'connected', () => node.component.connected?.())
      }
    }
  }

  private tell(node: ComponentNode) {
    if (node.isSilent) {
      node.isSilent = false
      return
    }
    const { component } = node
    const hook = node.wasMounted ? 'updated' : 'mounted'
    node.wasMounted = true
    if (node.life !== 'failed') node.life = 'mounted'
    try {
      component[hook]?.()
    } catch (error) {
      // What a hook of a shown view throws takes nothing back: the view stands.
      if (this.session.tree.fail(node, error, hook)) this.session.changed(node)
    }
  }
}
