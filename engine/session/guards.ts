/** Asks the guards of a page and its components in the name of a session. */
import type { SessionInfo } from '../component/component.ts'
import { GuardError } from '../component/errors.ts'
import { type Fault, faultOf } from '../component/fault.ts'
import { askGuard, askGuardsAround } from '../component/guard.ts'
import type { ComponentNode } from '../component/node.ts'
import { Outcome } from '../component/outcome.ts'
import type { ComponentTree } from '../component/tree.ts'
import { ProtocolError } from '../protocol/errors.ts'
import { MAY_NOT_DO } from './faults.ts'
import type { SessionPage } from './options.ts'

interface Guarded {
  readonly page: SessionPage
  readonly info: SessionInfo
}

interface GuardedTree extends Guarded {
  readonly tree: ComponentTree
  tell(fault: Fault): void
  leave(outcome: Outcome): void
}

/** @throws GuardError, ComponentError 'component-guard', or what the guard throws. */
export function askPageGuard({ page, info }: Guarded): void {
  const { guard } = page
  if (guard) askGuard(page.path, () => guard(info))
}

/** The answer to an event that a guard refuses; `about` is for the log. */
export interface Refusal {
  readonly code: 'guard-refused'
  readonly message: string
  readonly about: { readonly why: string }
}

/** Asks before a handler runs: `at` is the component in whose view it stands, and the one that it belongs to. */
export function askHandlerGuards(
  session: GuardedTree,
  at: readonly ComponentNode[],
): Refusal | undefined {
  try {
    askPageGuard(session)
    for (const node of new Set(at)) askGuardsAround(node)
    return undefined
  } catch (error) {
    if (error instanceof Outcome) session.leave(error)
    // A guard that fails lets nobody pass, and somebody has to mend it.
    else if (!(error instanceof GuardError)) session.tell(faultOf(error, at[0]!.name, 'guard'))
    const why = error instanceof Error ? error.message : String(error)
    return { code: 'guard-refused', message: MAY_NOT_DO, about: { why } }
  }
}

/** A tab that may not join asks for its page again, which is then refused. */
export const refusedByGuard = (cause: unknown) =>
  new ProtocolError(
    'guard-refused',
    'Expected a visitor who may use this page, received one whom its guard refuses. Log in, or ask for the right to use it.',
    { cause },
  )
