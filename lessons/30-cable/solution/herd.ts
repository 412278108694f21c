/** How long a tablet waits before try number `attempt`, from 0. `chance` is a number from 0 to 1, another one each time. */
export type Delay = (attempt: number, chance: number) => number

export interface Report {
  /** Tries in each second since the server went. */
  tries: number[]
  /** In the fullest second since it came back. */
  worst: number
  /** How many seconds after that the last tablet was in. */
  back: number
  inAll: number
}

const TABLETS = 200
const END = 300_000

/** How many tablets the server lets in within a second: each join costs it work. */
const DOORS = 20

/** The server goes for a while. 200 tablets knock until they are let in, five minutes at most. */
export function pull(away: number, delay: Delay, random: () => number): Report {
  const waiting = Array.from({ length: TABLETS }, () => ({ at: 0, attempt: -1 }))
  const tries: number[] = []
  const joins: number[] = []
  let last = 0
  for (const tablet of waiting) again(tablet)
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at)
    const [first] = waiting as [{ at: number; attempt: number }]
    if (first.at >= END) return report(END)
    const second = Math.floor(first.at / 1000)
    tries[second] = (tries[second] ?? 0) + 1
    const isFull = (joins[second] ?? 0) >= DOORS
    if (first.at < away || isFull) again(first)
    else {
      joins[second] = (joins[second] ?? 0) + 1
      last = first.at
      waiting.shift()
    }
  }
  return report(last)

  function again(tablet: { at: number; attempt: number }) {
    tablet.attempt += 1
    // A try takes a moment itself.
    tablet.at += 50 + Math.max(0, delay(tablet.attempt, random()) || 0)
  }

  function report(end: number): Report {
    const all = Array.from({ length: END / 1000 }, (_, second) => tries[second] ?? 0)
    return {
      tries: all.slice(0, 120),
      worst: Math.max(...all.slice(away / 1000)),
      back: Math.ceil((end - away) / 1000),
      inAll: all.reduce((sum, count) => sum + count, 0),
    }
  }
}
