/** Checks that a view changes no state. Only in development, since it writes all state near the view down twice. */
import { changedFields } from '../state/codec.ts'
import { currentRun } from '../template/rendered.ts'
import { EACH } from '../template/stream.ts'
import { ComponentError } from './errors.ts'
import type { ComponentNode } from './node.ts'

type StateText = (node: ComponentNode) => string | undefined

/**
 * Returns what `view` returns.
 *
 * @throws ComponentError 'component-impure' when it changed a field of its own component, of one above or of one below.
 */
export function pureView<View>(node: ComponentNode, stateText: StateText, view: () => View): View {
  const before = reachable(node).map((other) => ({ other, text: stateText(other) }))
  const shown = view()
  for (const { other, text } of before) {
    const now = stateText(other)
    if (now === text || now === undefined || text === undefined) continue
    const field = changedFields(text, now).find((name) => !isStream(other, name))
    if (field !== undefined) throw impure(node, other, field)
  }
  return shown
}

/** @throws ComponentError 'component-impure' while a view runs; `changed` is the call as written there. */
export function refuseInView(changed: string): void {
  const { name } = (currentRun()?.owner ?? {}) as { name?: string }
  if (name === undefined) return
  throw new ComponentError(
    'component-impure',
    `Expected the view of ${name} to change no state, received ${changed} in it. Do this in a handler, start() or a timer.`,
  )
}

// A stream may drop rows that no longer exist while it is shown; changes that a view makes to it are refused above.
const isStream = ({ component }: ComponentNode, field: string) => {
  const value = (component as unknown as Record<string, unknown>)[field]
  return typeof value === 'object' && value !== null && EACH in value
}

// A view can reach its own component, those above through props, and those below. Checking all would cost the square of the page.
function reachable(node: ComponentNode): ComponentNode[] {
  const nodes = [...node.walk()]
  for (let at = node.parent; at; at = at.parent) nodes.push(at)
  return nodes
}

function impure(node: ComponentNode, changed: ComponentNode, field: string): ComponentError {
  const whose = changed === node ? 'its own' : `${changed.name}’s`
  return new ComponentError(
    'component-impure',
    `Expected the view of ${node.name} to change no state, received a new value in ${changed.name}.${field} after it ran. Change ${whose} fields in handlers, start() or timers. In the view, write methods without (), and copy a list before you sort it: [...this.${field}].sort().`,
  )
}
