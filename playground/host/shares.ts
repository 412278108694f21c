/** Divides containers among visitors, max-min: pure, who holds what comes in. */

export interface Visitor {
  /** Named in the token by the site; the same in all tabs of one browser. */
  name: string
  /** Where the connection came from; null on this machine itself, or from a proxy there, which hides for whom it speaks. */
  address: string | null
}

export interface Holding {
  visitor: Visitor
  /** When the page or a visitor of the preview last did something; null while it starts. */
  touchedAt: number | null
  /** It is put to sleep: it counts among its visitor's and needs no room. */
  isAsleep: boolean
}

export interface Shares {
  containers: number
  perVisitor: number
}

/** Milliseconds without use after which a container may make room for somebody who has fewer. */
export const RESTED = 60_000

/**
 * What is done for a visitor who asks: `start` one, put one of `holdings` to sleep first, or `wait`. One that is in use is only taken
 * from whoever then still holds as many as the visitor who gets it; a rested one from whoever holds more than that visitor.
 */
export function decide<H extends Holding>(
  asking: Visitor,
  holdings: readonly H[],
  { containers, perVisitor }: Shares,
  now: number,
): 'start' | 'wait' | { sleep: H } {
  const isOwn = ({ visitor }: H) => visitor.name === asking.name
  if (holdings.filter(isOwn).length >= perVisitor) return 'wait'
  const awake = holdings.filter(({ isAsleep }) => !isAsleep)
  // A classroom shares an address, and so may a crowd of made-up visitors: it leaves half to all others.
  const beside = awake.filter(({ visitor }) => visitor.address === asking.address)
  if (asking.address !== null && beside.length >= Math.ceil(containers / 2)) return 'wait'
  if (awake.length < containers) return 'start'
  const own = awake.filter(isOwn).length
  const held = new Map<string, number>()
  for (const { visitor } of awake) held.set(visitor.name, (held.get(visitor.name) ?? 0) + 1)
  const heldBy = ({ visitor }: H) => held.get(visitor.name)!
  const most = Math.max(...held.values())
  const mayGo = awake.filter((one) =>
    most > own + 1
      ? heldBy(one) === most
      : heldBy(one) > own && one.touchedAt !== null && now - one.touchedAt >= RESTED,
  )
  const unused = longestUnused(mayGo)
  return unused ? { sleep: unused } : 'wait'
}

/** Those who wait, in the order in which they are served: first the first of each visitor, then the second of each. */
export function roundRobin<W extends { visitor: Visitor }>(waiting: readonly W[]): W[] {
  const turns = new Map<string, number>()
  const turnOf = waiting.map(({ visitor }) => {
    const turn = turns.get(visitor.name) ?? 0
    turns.set(visitor.name, turn + 1)
    return turn
  })
  return waiting
    .map((one, index) => ({ one, turn: turnOf[index]!, index }))
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .map(({ one }) => one)
}

/** Undefined when all of them only start. */
export function longestUnused<H extends Holding>(holdings: readonly H[]): H | undefined {
  return holdings
    .filter(({ touchedAt }) => touchedAt !== null)
    .sort((one, other) => one.touchedAt! - other.touchedAt!)[0]
}
