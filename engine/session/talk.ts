/** What a component says and hears on the bus, in the name of its session and no longer than it lives. */
import type { Stop } from '../bus/bus.ts'
import { checkUse, type MayUse, permitted } from '../bus/permitted.ts'
import type { ComponentNode } from '../component/node.ts'
import type { Place } from '../component/place.ts'
import type { PlaceSession } from './place.ts'

type Talk = Pick<Place, 'subscribe' | 'publish' | 'track' | 'present'>

/** `ending` has something end with the component. */
export function talkFor(
  session: PlaceSession,
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

function mayUse({ around, info }: PlaceSession): MayUse | undefined {
  const { allowTopic } = around
  // What the engine itself says to layouts is no topic of the program.
  return allowTopic && ((topic, use) => topic.startsWith('telar:') || allowTopic(info, topic, use))
}
