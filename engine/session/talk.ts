/** What a component says and hears on the bus, in the name of its session and no longer than it lives. */
import type { Stop } from '../bus/bus.ts'
import { checkUse, type MayUse, permitted } from '../bus/permitted.ts'
import type { SessionInfo } from '../component/component.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Place } from '../component/place.ts'
import type { Surroundings } from './options.ts'
import type { Presences } from './presences.ts'

/** What talking needs of the session around it. */
export interface TalkSession {
  readonly id: string
  readonly info: SessionInfo
  readonly around: Surroundings
  readonly presences: Presences
  /** Runs `fn` as a turn of its own. */
  turn(node: ComponentNode, during: string, fn: () => unknown): void
  /** The same for a message; one that a crowded mailbox can't take is lost, and that is reported. */
  hear(node: ComponentNode, fn: () => unknown): void
  /** Publishes now, or with the turn's state when one is running. */
  publish(topic: string, message: unknown): void
}

type Talk = Pick<Place, 'subscribe' | 'publish' | 'track' | 'present'>

/** `ending` has something end with the component. */
export function talkFor(
  session: TalkSession,
  node: () => ComponentNode,
  ending: (end: Stop) => Stop,
): Talk {
  const may = mayUse(session)
  const bus = may ? permitted(session.around.bus, may) : session.around.bus
  const watched = new Set<string>()
  const watch = (topic: string) => {
    const owner = node()
    if (watched.has(topic) || owner.life === 'unmounted') return
    watched.add(topic)
    const again = () => {
      owner.dirty = true
    }
    ending(bus.watch(topic, () => session.turn(owner, 'presence', again)))
  }
  return {
    subscribe(topic, fn) {
      const owner = node()
      const stop = bus.subscribe(topic, (message, from) => {
        session.hear(owner, () => fn(message as never, from))
      })
      return ending(stop)
    },
    publish(topic, message) {
      if (may) checkUse(may, topic, 'publish')
      session.publish(topic, message)
    },
    track(topic, meta) {
      watch(topic)
      return ending(session.presences.add(() => bus.track(topic, session.id, meta)))
    },
    present(topic) {
      watch(topic)
      // Several components of a session, or its old and its new process, are one visitor.
      const visitors = new Map<string, unknown>()
      for (const { key, meta } of bus.present(topic))
        if (!visitors.has(key)) visitors.set(key, meta)
      return [...visitors.values()]
    },
  }
}

function mayUse({ around, info }: TalkSession): MayUse | undefined {
  const { allowTopic } = around
  // What the engine itself says to layouts is no topic of the program.
  return allowTopic && ((topic, use) => topic.startsWith('telar:') || allowTopic(info, topic, use))
}
