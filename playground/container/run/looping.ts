/** PURE: finds from several stops of a blocked thread which function loops, and who called it. */

/** One of the reader's own frames. */
export interface Frame {
  file: string
  line: number
  column: number
  /** Identifies the function: two frames of one function have the same value. */
  code: string
  /** The function's name, and the class of its `this` if it has one. */
  name?: string
  component?: string
}

export interface Looping {
  /** The innermost function that is present at every stop: what it calls comes and goes. */
  loop: Frame
  /** The outermost of the reader's functions that has a name. */
  caller: Frame
}

/**
 * `stops` have their frames innermost first. After an await a function is alone in the stack, without its caller:
 * stops are grouped by their outermost function, and the groups with `handler` or a caller of the others count.
 */
export function loopingIn(stops: readonly Frame[][], handler?: string): Looping | undefined {
  const ways = new Map<string, Frame[][]>()
  for (const stop of stops) {
    const way = stop.at(-1)?.code
    if (way !== undefined) ways.set(way, [...(ways.get(way) ?? []), stop])
  }
  const rank = (way: string, group: Frame[][]) => {
    const called = new Set(group.flatMap((stop) => stop.slice(0, -1).map(({ code }) => code)))
    const callees = [...ways.keys()].filter((other) => other !== way && called.has(other)).length
    const isHandlers = handler !== undefined && group[0]?.at(-1)?.name === handler
    return [Number(isHandlers), callees, group.length]
  }
  const [best] = [...ways].sort(([way, one], [other, two]) =>
    compare(rank(other, two), rank(way, one)),
  )
  if (!best) return undefined
  const shared = best[1].reduce(sharedFrames)
  const loop = shared[0] as Frame
  return { loop, caller: shared.findLast(({ name }) => name !== undefined) ?? loop }
}

// Counted from outside, while the functions are the same.
function sharedFrames(one: Frame[], other: Frame[]): Frame[] {
  let same = 0
  while (same < one.length && one.at(-1 - same)?.code === other.at(-1 - same)?.code) same += 1
  return one.slice(one.length - same)
}

function compare(one: number[], other: number[]): number {
  const at = one.findIndex((value, place) => value !== other[place])
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number)
}
