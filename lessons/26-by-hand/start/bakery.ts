import type { Message, Operation, Update } from './messages.ts'

/** The bakery’s server. It has shown two texts, places 2 and 3, and two buttons, places 4 and 5. */
export interface Bakery {
  loaves: number
  sold: number
  frame: number
  answered: number
}

export const openBakery = (): Bakery => ({ loaves: 12, sold: 0, frame: 0, answered: 0 })

/** Takes a message as the engine does: by its number, in order, each once. */
export function hear(bakery: Bakery, message: Message): Update | undefined {
  const { type, slot, seq, frame } = message
  if (type !== 'event' || slot === undefined || seq === undefined || frame === undefined) {
    const wrong = 'Expected an event with slot, seq and frame.'
    return say(bakery, [error('frame-malformed', wrong)])
  }
  const expected = bakery.answered + 1
  // It has come before, so it is done already.
  if (seq < expected) return undefined
  if (seq > expected) return say(bakery, [{ type: 'signal', kind: 'gap', value: { expected } }])
  bakery.answered = seq
  if (slot === 4) return say(bakery, sell(bakery), seq)
  if (slot === 5) return say(bakery, bake(bakery), seq)
  return say(bakery, [error('event-forged', `Expected a button, received place ${slot}.`)], seq)
}

/** The oven is done: the server speaks first. */
export const ring = (bakery: Bakery): Update => say(bakery, bake(bakery))

function sell(bakery: Bakery): Operation[] {
  bakery.loaves -= 1
  bakery.sold += 1
  return [text(2, bakery.loaves), text(3, bakery.sold)]
}

function bake(bakery: Bakery): Operation[] {
  bakery.loaves += 12
  return [text(2, bakery.loaves)]
}

const text = (slot: number, value: number): Operation => ({
  type: 'setText',
  target: String(slot),
  value: String(value),
})

const error = (code: string, message: string): Operation => ({
  type: 'signal',
  kind: 'error',
  value: { code, message },
})

function say(bakery: Bakery, operations: Operation[], acknowledged?: number): Update {
  bakery.frame += 1
  const { frame } = bakery
  return acknowledged === undefined
    ? { type: 'update', component: 0, frame, operations }
    : { type: 'update', component: 0, frame, acknowledged, operations }
}
