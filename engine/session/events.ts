/** Answers one event of the tab: applied, stale or forged. */
import { ownerOf } from '../component/bound.ts'
import { ComponentError } from '../component/errors.ts'
import { liveEvent } from '../component/event.ts'
import { ComponentNode, nodeOf } from '../component/node.ts'
import { SharedHandler } from '../component/shared-handler.ts'
import type { ComponentTree } from '../component/tree.ts'
import { type Found, findHandler } from '../diff/find.ts'
import { type Handler, refilledHandler } from '../diff/refilled.ts'
import type { UpEvent } from '../protocol/ops.ts'
import type { LiveEvent } from '../template/template-value.ts'
import type { Answers } from './answers.ts'
import type { Surroundings } from './options.ts'
import type { Screen } from './screen.ts'

/** What an event needs of its session. */
export interface EventSession {
  readonly id: string
  readonly answers: Answers
  readonly around: Surroundings
  readonly screen: Screen
  readonly tree: ComponentTree
}

export type RunTurn = (
  node: ComponentNode,
  during: string,
  fn: () => unknown,
  /** Called when that has failed. */
  takeBack?: () => void,
) => void | Promise<void>

/** A client can only invoke what it was shown; names and arguments never come from it. */
export function answerEvent(
  session: EventSession,
  up: UpEvent,
  run: RunTurn,
): void | Promise<void> {
  const node = session.tree.nodes().find(({ region }) => region.id === up.component)
  const found = find(session, node, up)
  if (found.outcome === 'forged') {
    return forged(session, up, run)
  }
  if (found.outcome === 'stale') return stale(session, up, run)
  const { instance, index } = found
  const event = liveEvent(up.event, up.data, `${session.id}:${up.seq}`)
  if (found.outcome === 'forgotten') {
    return run(node!, `lv-${up.event}`, () => {
      const call = (again: Handler | undefined) =>
        again ? invoke(again.handler, event) : tellStale(session, up)
      const again = refilledHandler(node!.region.root, instance, index)
      return again instanceof Promise ? again.then(call) : call(again)
    })
  }
  const handler = handlerOf(found, node!)
  // A handler that is there by condition only is absent now: the click came too late for it.
  if (handler === null || handler === undefined || handler === false) return stale(session, up, run)
  const { screen } = session
  const takeBack = screen.typed.note(node!.region, found, up, screen.frame)
  const owner = ownerIn(session.tree, handler, found.owner) ?? node!
  return run(owner, handlerName(handler, up.event), () => invoke(handler, event), takeBack)
}

// Many may be shown one run of a view; whoever calls a method of it calls their own.
const handlerOf = ({ handler }: { handler: unknown }, { component }: ComponentNode): unknown =>
  handler instanceof SharedHandler ? handler.of(component) : handler

function invoke(handler: unknown, event: LiveEvent): unknown {
  if (typeof handler === 'function') return handler(event)
  const { type } = event
  throw new ComponentError(
    'handler-not-function',
    `lv-${type} wants a method or a function, got ${typeof handler}. Write lv-${type}=\${this.${type}ed} without calling it.`,
  )
}

// A handler belongs to the component that wrote it, wherever it was handed to.
function ownerIn(tree: ComponentTree, handler: unknown, writer: object | undefined) {
  const owner = nodeOf(ownerOf(handler)) ?? writer
  return owner instanceof ComponentNode && owner.root === tree.root ? owner : undefined
}

function find(session: EventSession, node: ComponentNode | undefined, up: UpEvent): Found {
  if (up.frame > session.screen.frame) return { outcome: 'forged' }
  if (node) return findHandler(node.region, up.slot, up.event, up.frame)
  return { outcome: session.tree.wasMounted(up.component) ? 'stale' : 'forged' }
}

function stale(session: EventSession, up: UpEvent, run: RunTurn) {
  tellStale(session, up)
  return run(session.tree.root, 'stale', () => {})
}

function tellStale(session: EventSession, up: UpEvent): void {
  const { id, around, answers } = session
  around.log.info(
    { session: id, slot: up.slot, event: up.event },
    'An event came too late for what it was meant for.',
  )
  answers.add({ seq: up.seq, outcome: 'stale' })
}

function forged(session: EventSession, up: UpEvent, run: RunTurn) {
  const { id, around, answers, tree } = session
  const { seq, slot, event, component } = up
  const code = 'event-forged'
  const message = `No handler for ${event} was shown at slot ${slot} of component ${component}.`
  around.log.warn({ session: id, code, slot, event }, message)
  answers.add({ seq, outcome: 'refused', code, message })
  return run(tree.root, 'refused', () => {})
}

const handlerName = (handler: unknown, event: string) =>
  typeof handler === 'function' && handler.name
    ? handler.name.replace(/^bound /, '')
    : `lv-${event}`
