/** Asks a guard: only `true` lets a visitor pass. */
import { ComponentError, GuardError } from './errors.ts'
import type { ComponentNode } from './node.ts'

/** @throws GuardError, ComponentError 'component-guard', or what the guard throws. */
export function askGuard(of: string, guard: () => unknown): void {
  const answer = guard()
  if (answer === true) return
  if (answer instanceof Promise) {
    // It is nobody's answer any more, so a rejection is nobody's either.
    answer.catch(() => {})
    throw new ComponentError(
      'component-guard',
      `Expected true or false from the guard of ${of}, received a promise. Ask the database in authenticate, and decide here by the session's identity.`,
    )
  }
  throw new GuardError(of, answer)
}

/** Asks the component's own guard. */
export function askGuardOf(node: ComponentNode): void {
  const { component } = node
  if (component.guard) askGuard(node.name, () => component.guard?.())
}

/** Asks the guards of a component and of all around it, the outermost last. */
export function askGuardsAround(node: ComponentNode): void {
  for (let at: ComponentNode | undefined = node; at; at = at.parent) askGuardOf(at)
}
