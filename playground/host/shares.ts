/** Divides containers among visitors, max-min. A pure function of who holds what. */

export interface Visitor {
  /** Named in the token by the site; the same in all tabs of one browser. */
  name: string
  /** Where the connection came from; null for this machine itself, or a proxy on it, which hides the origin. */
  address: string | null
}

export interface Holding {
  visitor: Visitor
  /** When the page or a visitor of the preview was last active; null while it starts. */
  touchedAt: number | null
  /** It is asleep: it counts as its visitor's and needs no room. */
  isAsleep: boolean
}

export interface Shares {
  containers: number
  perVisitor: number
}

/** Milliseconds without use after which a container may be replaced for somebody who has fewer. */
export const RESTED = 60_000

/**
 * What to do for a visitor who asks: `start` one, put one of `holdings` to sleep first, or `wait`. One in use is taken only
 * from a visitor who then still holds as many as the one who asks; an idle one from any visitor who holds more.
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
  // A classroom shares an address, and so may many invented visitors: one address leaves half of the places to all others.
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

/** Undefined when all of them are still starting. */
export function longestUnused<H extends Holding>(holdings: readonly H[]): H | undefined {
  return holdings
    .filter(({ touchedAt }) => touchedAt !== null)
    .sort((one, other) => one.touchedAt! - other.touchedAt!)[0]
}
