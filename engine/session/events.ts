/** Finds what an event of the tab calls. A client can only call what it was shown; names and arguments never come from it. */
import { ownerOf } from '../component/bound.ts'
import { ComponentError } from '../component/errors.ts'
import { ComponentNode, nodeOf } from '../component/node.ts'
import { SharedHandler } from '../component/shared-handler.ts'
import type { ComponentTree } from '../component/tree.ts'
import { type Found, findHandler } from '../diff/find.ts'
import { type Handler, refilledHandler } from '../diff/rehydrate.ts'
import type { EventData, UpEvent } from '../protocol/ops.ts'
import type { LiveEvent } from '../template/template-value.ts'
import type { Screen } from './screen.ts'

/** At slot ADDRESS_SLOT: the visitor has followed a link to the same path, or gone back or forward: it names no handler, and carries an address. */
export const isAddressEvent = ({ component, data }: UpEvent): boolean =>
  component === 0 && typeof data.value === 'string'

/** What an event leads to. */
export type Call =
  | {
      outcome: 'call'
      /** The component of the turn, and what runs in it. */
      node: ComponentNode
      /** In whose view the handler stands. */
      shownIn: ComponentNode
      name: string
      run: () => unknown
      /** `run` returns `TOO_LATE`, at once or later, if the handler turns out to be gone. */
      mayBeLate?: boolean
      /** Called when that has failed. */
      takeBack?: () => void
    }
  /** Its target is no longer there. */
  | { outcome: 'stale' }
  /** There was never a handler in that place. */
  | { outcome: 'forged' }

export const TOO_LATE = Symbol('too late')

const STALE = { outcome: 'stale' } as const

/** `key` is unique to the event: handlers may use it to do something only once. */
export function findCall(tree: ComponentTree, screen: Screen, up: UpEvent, key: string): Call {
  let node: ComponentNode | undefined
  for (const one of tree.standing) if (one.region.id === up.component) node = one
  const found: Found =
    node && up.frame <= screen.frame
      ? findHandler(node.region, up.slot, up.event, up.frame)
      : { outcome: up.frame <= screen.frame && tree.wasMounted(up.component) ? 'stale' : 'forged' }
  if (found.outcome === 'forged' || found.outcome === 'stale') return found
  const event = liveEvent(up.event, up.data, key)
  const { instance, index } = found
  if (found.outcome === 'forgotten') {
    const call = (again: Handler | undefined) => (again ? invoke(again.handler, event) : TOO_LATE)
    const run = () => {
      const again = refilledHandler(node!.region.root, instance, index)
      return again instanceof Promise ? again.then(call) : call(again)
    }
    const name = `lv-${up.event}`
    return { outcome: 'call', node: node!, shownIn: node!, name, run, mayBeLate: true }
  }
  const { component, region } = node!
  // Many tabs may be shown one run of a view; each calls the method on its own component.
  const handler =
    found.handler instanceof SharedHandler ? found.handler.of(component) : found.handler
  // A conditional handler is absent now: the click came too late for it.
  if (handler === null || handler === undefined || handler === false) return STALE
  const { value, values, checked } = up.data
  const brings = value !== undefined || values !== undefined || checked !== undefined
  const takeBack = brings ? screen.note(region, found, up) : undefined
  const name =
    typeof handler === 'function' && handler.name
      ? handler.name.replace(/^bound /, '')
      : `lv-${up.event}`
  const run = typeof handler === 'function' ? () => handler(event) : () => invoke(handler, event)
  const maker = ownerOf(handler)
  const owner = maker === component ? node! : ownerIn(tree, maker, found.owner)
  return { outcome: 'call', node: owner ?? node!, shownIn: node!, name, run, takeBack }
}

function invoke(handler: unknown, event: LiveEvent): unknown {
  if (typeof handler === 'function') return handler(event)
  const { type } = event
  throw new ComponentError(
    'handler-not-function',
    `Expected a function at lv-${type}, received ${typeof handler}. Write lv-${type}=\${this.${type}ed}, without ().`,
  )
}

// A handler belongs to the component that wrote it, wherever it was passed to.
function ownerIn(tree: ComponentTree, maker: object | undefined, writer: object | undefined) {
  const owner = nodeOf(maker) ?? writer
  return owner instanceof ComponentNode && owner.root === tree.root ? owner : undefined
}

/** Why an event is refused where no handler ever was. */
export function forged({ slot, event, component }: UpEvent) {
  const message = `Expected a handler for ${event} at slot ${slot} of component ${component}, received an event where there never was one.`
  return { code: 'event-forged', message, about: { slot, event } } as const
}

/** Fills in what an event of this kind does not carry. */
export const liveEvent = (type: string, data: EventData, idempotencyKey: string): LiveEvent => ({
  value: '',
  name: '',
  values: [],
  checked: false,
  open: false,
  key: '',
  form: {},
  x: 0,
  y: 0,
  dataset: {},
  ...data,
  type,
  idempotencyKey,
})
