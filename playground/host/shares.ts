/** Divides containers among visitors, max-min: pure, who holds what comes in. */

export interface Visitor {
  /** Named in the token by the site; the same in all tabs of one browser. */
  name: string
  /** Where the connection came from; null on this machine itself, or from a proxy there, which hides for whom it speaks. */
  address: string | null
}

export interface Holding {
  visitor: Visitor
  /** When the page or a visitor of the preview last did something. */
  touchedAt: number
}

export interface Shares {
  containers: number
  perVisitor: number
}

/**
 * What is done for a visitor who asks: `start` one, put one of `holdings` to sleep first, or `wait`. One is only taken from whoever
 * then still holds as many as the visitor who gets it.
 */
export function decide<H extends Holding>(
  asking: Visitor,
  holdings: readonly H[],
  { containers, perVisitor }: Shares,
): 'start' | 'wait' | { sleep: H } {
  const of = (name: string) => holdings.filter(({ visitor }) => visitor.name === name)
  if (of(asking.name).length >= perVisitor) return 'wait'
  // A classroom shares an address, and so may a crowd of made-up visitors: it leaves half to all others.
  const beside = holdings.filter(({ visitor }) => visitor.address === asking.address)
  if (asking.address !== null && beside.length >= Math.ceil(containers / 2)) return 'wait'
  if (holdings.length < containers) return 'start'
  const most = holdings
    .map(({ visitor }) => of(visitor.name))
    .reduce((one, other) => (other.length > one.length ? other : one), [])
  if (most.length <= of(asking.name).length + 1) return 'wait'
  return { sleep: most.reduce((one, other) => (other.touchedAt < one.touchedAt ? other : one)) }
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
