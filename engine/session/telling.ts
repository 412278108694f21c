/** What a session tells its tab besides the view: faults, that something is missing, that it is alive. */
import { type Fault, faultOf } from '../component/fault.ts'
import type { ComponentTree } from '../component/tree.ts'
import type { Json } from '../protocol/ops.ts'
import { logFault, publicFault } from './faults.ts'
import type { Surroundings } from './options.ts'
import type { Screen } from './screen.ts'

export abstract class Telling {
  abstract readonly id: string
  abstract readonly around: Surroundings
  abstract readonly tree: ComponentTree
  abstract readonly screen: Screen
  /** The first view is shown: later changes happen in turns. */
  prepared = false
  /** The last failure before the first view was shown, when there was no tab to tell. */
  unheard: Fault | undefined

  /** A message that is not about the view. */
  signal(kind: 'error' | 'gap' | 'reload', value: Json): void {
    if (!this.screen.connected) return
    // An acknowledgement must not be sent before the outcome.
    this.answer()
    this.screen.signal(kind, value, this.tree.standing)
  }

  protected pong(): void {
    this.answer()
    this.screen.pong(this.tree.standing)
  }

  report(error: unknown, node = this.tree.root, during = 'turn'): void {
    this.tell(faultOf(error, node.name, during))
  }

  tell(fault: Fault): void {
    logFault(this.around.log, this.id, fault)
    this.around.onFault?.(fault)
    if (!this.prepared) this.unheard = fault
    this.signal('error', publicFault(fault, this.around.debug))
  }

  /** Sends the waiting answer now: what follows must not be sent before it. */
  abstract answer(): void
}
