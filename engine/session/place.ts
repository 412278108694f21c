/** Ties one component to its session: timers, topics, clock and page, all ending with the component. */

import type { DriverRead, DriverWrite } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Place } from '../component/place.ts'
import type { Json } from '../protocol/ops.ts'
import type { Chance } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { Screen } from './screen.ts'
import { type TalkSession, talkFor } from './talk.ts'

/** What a place needs of the session around it. */
export interface PlaceSession extends TalkSession {
  readonly outbox: Outbox
  readonly screen: Screen
  titleText: string | undefined
  readonly chance: Chance
  readonly deadlines: Deadlines
  nextId(): string
  commitNow(): void
  /** Shows what changed: at the end of the turn that is going on, else in one of its own. */
  changed(node: ComponentNode): void
  write(node: ComponentNode, write: DriverWrite): void
  ask(node: ComponentNode, read: DriverRead): Promise<Json>
}

/** `after` calls that are still to come, by component path: stored with the session. */
export type Deadlines = Map<string, { method: string; at: number }[]>

// A shorter interval would keep one processor busy for a single tab.
const SHORTEST_INTERVAL = 4

export function placeFor(session: PlaceSession, node: () => ComponentNode): Place {
  const { clock } = session.around
  // What a component started ends with it, and once only.
  const ending = (end: () => void) => {
    const { endings } = node()
    const once = () => {
      if (endings.delete(once)) end()
    }
    endings.add(once)
    return once
  }
  return {
    session: session.info,
    commit: () => session.commitNow(),
    write: (write) => session.write(node(), write),
    read: (read) => session.ask(node(), read),
    every(ms, fn) {
      const owner = node()
      let cancel = () => {}
      let waiting = false
      const tick = () => {
        cancel = clock.timer(Math.max(SHORTEST_INTERVAL, ms), tick)
        // A busy session misses ticks; it does not queue them.
        if (waiting) return
        waiting = true
        session.turn(owner, 'timer', () => {
          waiting = false
          return fn()
        })
      }
      cancel = clock.timer(Math.max(SHORTEST_INTERVAL, ms), tick)
      return ending(() => cancel())
    },
    after(ms, method) {
      const owner = node()
      const entry = { method, at: clock.now() + ms }
      const entries = session.deadlines.get(owner.path) ?? []
      session.deadlines.set(owner.path, [...entries, entry])
      return armDeadline(session, owner, entry, ending)
    },
    ...talkFor(session, node, ending),
    now: () => clock.now(),
    random: () => session.chance.next(),
    id: () => session.nextId(),
    push: (name, detail) =>
      session.outbox.add({ op: 'event', name, detail: (detail ?? null) as Json }, node()),
    title(text) {
      session.titleText = text
      session.screen.newTitle = text
      session.changed(node())
    },
    flash: (kind, text) =>
      session.outbox.add({ op: 'signal', kind: 'flash', value: { kind, text } }),
    turn: (during, fn) => session.turn(node(), during, fn),
    changed: () => session.changed(node()),
  }
}

/** Waits for a deadline and calls the method then; a deadline in the past is called at once. */
export function armDeadline(
  session: PlaceSession,
  node: ComponentNode,
  entry: { method: string; at: number },
  ending: (end: () => void) => () => void = (end) => {
    node.endings.add(end)
    return end
  },
): () => void {
  const { clock } = session.around
  const forget = () => {
    const left = (session.deadlines.get(node.path) ?? []).filter((one) => one !== entry)
    if (left.length > 0) session.deadlines.set(node.path, left)
    else session.deadlines.delete(node.path)
  }
  const cancel = clock.timer(Math.max(0, entry.at - clock.now()), () => {
    session.turn(node, 'timer', () => {
      forget()
      const method = (node.component as unknown as Record<string, unknown>)[entry.method]
      if (typeof method === 'function') return method.call(node.component)
      throw new TypeError(
        `after(…, '${entry.method}') wants the name of a method of ${node.name}, found ${typeof method}.`,
      )
    })
  })
  return ending(() => {
    cancel()
    forget()
  })
}
