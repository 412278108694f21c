/** A bus limited to the topics that one session may use: no pattern delivers a message of any other topic. */
import { type Bus, BusError } from './bus.ts'
import { isPattern } from './topic.ts'

/**
 * What a component asks of a topic.
 */
export type TopicUse = 'subscribe' | 'publish' | 'presence'

/** Whether somebody may use a topic. */
export type MayUse = (topic: string, use: TopicUse) => boolean

/**
 * Calls `may` before every use: for a pattern with each topic that it matches, for a topic once. A refused topic throws.
 *
 * @throws BusError `topic-refused`, from the calls of the result
 */
export function permitted(bus: Bus, may: MayUse): Bus {
  const check = (topic: string, use: TopicUse) => checkUse(may, topic, use)
  return {
    publish(topic, message) {
      check(topic, 'publish')
      bus.publish(topic, message)
    },
    subscribe(pattern, receive, options) {
      if (!isPattern(pattern)) {
        check(pattern, 'subscribe')
        return bus.subscribe(pattern, receive, options)
      }
      const hear: typeof receive = (message, topic, cursor) => {
        if (may(topic, 'subscribe')) receive(message, topic, cursor)
      }
      return bus.subscribe(pattern, hear, options)
    },
    track(topic, key, meta) {
      check(topic, 'presence')
      return bus.track(topic, key, meta)
    },
    present(topic) {
      check(topic, 'presence')
      return bus.present(topic)
    },
    watch(topic, receive) {
      check(topic, 'presence')
      return bus.watch(topic, receive)
    },
    cursor: () => bus.cursor(),
    counts: () => bus.counts(),
    close: () => bus.close(),
  }
}

/** @throws BusError `topic-refused` */
export function checkUse(may: MayUse, topic: string, use: TopicUse): void {
  if (may(topic, use)) return
  throw new BusError(
    'topic-refused',
    `Expected a topic that this session may use (${use}), received ${topic}. See allowTopic in the options of serve().`,
  )
}
