/** Counts the messages that follow from one, so that listeners which answer each other come to an end. */
import { BusError } from './bus.ts'

/** Messages that may follow from one: what its listeners publish, what the listeners of that publish, and so on. */
export const MAX_CHAIN = 10_000

/** All messages that follow from one. */
export interface Chain {
  length: number
}

let current: Chain | undefined

/** The chain of the message that is delivered now. */
export const currentChain = (): Chain | undefined => current

/** The chain that a message published now belongs to: that of the message being delivered, or one of its own. @throws BusError `topic-loop` */
export function chainOf(topic: string): Chain {
  if (!current) return { length: 0 }
  lengthen(current, topic)
  return current
}

/** Takes a place for one more message. @throws BusError `topic-loop` */
function lengthen(chain: Chain, topic: string): void {
  if (chain.length >= MAX_CHAIN) {
    throw new BusError(
      'topic-loop',
      `Expected at most ${MAX_CHAIN.toLocaleString('en')} messages that follow from one, received another one for ${topic}. ` +
        'Do not publish in a listener what leads back to it, or publish only while there is something to answer.',
    )
  }
  chain.length++
}

// Not a field of the message, which is stored as it is.
const chains = new WeakMap<object, Chain>()

/** Takes a place for `message`, which leaves later, by `sendLinked`. @throws BusError `topic-loop` */
export function linkTo(chain: Chain, message: { readonly topic: string }): void {
  lengthen(chain, message.topic)
  chains.set(message, chain)
}

/** Publishes `message` by `send`, in the place that was taken for it. */
export function sendLinked(message: object, send: () => void): void {
  const chain = chains.get(message)
  // `send` takes the place again.
  if (chain) chain.length--
  within(chain, send)
}

/** What `run` publishes before it returns belongs to `chain`. */
export function within<T>(chain: Chain | undefined, run: () => T): T {
  const outer = current
  current = chain
  try {
    return run()
  } finally {
    current = outer
  }
}
