/** What is measured of a server: round trips, throughput, heap, and how soon all hear of one. */
import { Child } from '../child.ts'
import { type Seating, seat } from './cores.ts'
import { type Visitor, visit } from './visitor.ts'

/** Variant → samples. */
export type Samples = Map<string, number[]>

/** Blocks before the clock counts: a server runs for days, and its code is compiled after some thousand events. */
const WARM_UP = 60
/** Blocks until the processes have taken their seats. */
const SETTLING = 2

/** Microseconds from sending an event to its answer, in blocks in turn; once for each way to seat the processes. */
export async function roundTrips(
  variants: readonly string[],
  path: string,
  blocks: number,
  block: number,
  ways: readonly Seating[],
): Promise<Map<Seating, Samples>> {
  const children: Child[] = []
  const visitors = new Map<string, Visitor>()
  for (const variant of variants) {
    const child = await Child.start(variant)
    children.push(child)
    visitors.set(variant, await visit(variant, child.address, path))
  }
  await clickInTurn(visitors, WARM_UP, block)
  const trips = new Map<Seating, Samples>()
  const pids = children.map(({ pid }) => pid)
  for (const way of ways) {
    const rise = seat(way, process.pid, pids)
    try {
      await clickInTurn(visitors, SETTLING, block)
      trips.set(way, await clickInTurn(visitors, blocks, block))
    } finally {
      rise()
    }
  }
  for (const visitor of visitors.values()) visitor.close()
  await Promise.all(children.map((child) => child.stop()))
  return trips
}

async function clickInTurn(
  visitors: ReadonlyMap<string, Visitor>,
  blocks: number,
  block: number,
): Promise<Samples> {
  const samples: Samples = new Map([...visitors.keys()].map((variant) => [variant, []]))
  for (let round = 0; round < blocks; round++) {
    for (const [variant, visitor] of visitors) {
      for (let i = 0; i < block; i++) {
        const start = performance.now()
        await visitor.click()
        samples.get(variant)!.push((performance.now() - start) * 1_000)
      }
    }
  }
  return samples
}

/**
 * Events per second of `tabs` sockets that each have so many events on their way (`burst`, sent in one piece), in turns of
 * `ms`; and microseconds of the server's processor time that an event takes, whoever else uses the machine.
 */
export async function throughput(
  variants: readonly string[],
  path: string,
  tabs: number,
  burst: number,
  turns: number,
  ms: number,
): Promise<{ perSecond: Samples; processor: Samples }> {
  const perSecond: Samples = new Map(variants.map((variant) => [variant, []]))
  const processor: Samples = new Map(variants.map((variant) => [variant, []]))
  const crowds: { child: Child; visitors: Visitor[] }[] = []
  for (const variant of variants) {
    const child = await Child.start(variant)
    crowds.push({ child, visitors: await crowd(child, path, tabs) })
  }
  // The first two turns warm the code up.
  for (let turn = -2; turn < turns; turn++) {
    for (const { child, visitors } of crowds) {
      const { events, seconds, taken } = await clickFor(child, visitors, burst, ms)
      if (turn < 0) continue
      perSecond.get(child.variant)!.push(events / seconds)
      processor.get(child.variant)!.push(taken / events)
    }
  }
  for (const { child, visitors } of crowds) {
    for (const visitor of visitors) visitor.close()
    await child.stop()
  }
  return { perSecond, processor }
}

async function clickFor(child: Child, visitors: readonly Visitor[], burst: number, ms: number) {
  const before = await child.processor()
  const counted = await new Promise<{ events: number; seconds: number }>((resolve) => {
    const start = performance.now()
    let events = 0
    let going = visitors.length
    const answered = (count: number) => {
      const now = performance.now()
      events += count
      if (now - start < ms) return true
      if (--going === 0) resolve({ events, seconds: (now - start) / 1_000 })
      return false
    }
    for (const visitor of visitors) visitor.flood(burst, answered)
  })
  return { ...counted, taken: (await child.processor()) - before }
}

/** Bytes alive in a server per idle socket, itself left out. */
export async function heapPerSocket(
  variant: string,
  path: string,
  sockets: number,
  rest = 5_000,
): Promise<number> {
  const child = await Child.start(variant, rest)
  // A tab acknowledges after a second; within twice the time from then on, its session rests.
  const idle = () => new Promise((resolve) => setTimeout(resolve, rest * 2 + 2_000))
  // Code that is loaded and compiled at the first visit is nobody's session.
  const first = await crowd(child, path, 20)
  await idle()
  const before = await child.heap()
  const visitors = await crowd(child, path, sockets)
  await idle()
  const after = await child.heap()
  for (const visitor of [...first, ...visitors]) visitor.close()
  await child.stop()
  return (after - before) / sockets
}

/** Microseconds until the last of `sockets` tabs has heard what one of them caused; variants in `-shared` have a page of their own. */
export async function fanOut(
  variants: readonly string[],
  path: string,
  sockets: number,
  rounds: number,
): Promise<Samples> {
  const samples: Samples = new Map(variants.map((variant) => [variant, []]))
  const crowds: { child: Child; visitors: Visitor[] }[] = []
  for (const variant of variants) {
    const child = await Child.start(variant)
    const page = variant.endsWith('-shared') ? `${path}-shared` : path
    crowds.push({ child, visitors: await crowd(child, page, sockets) })
  }
  for (let round = -3; round < rounds; round++) {
    for (const { child, visitors } of crowds) {
      const [first, ...others] = visitors
      const start = performance.now()
      const heard = others.map((visitor) => visitor.hear())
      // Its own answer is not waited for: of some servers it is one message more.
      void first!.click()
      await Promise.all(heard)
      const taken = (performance.now() - start) * 1_000
      if (round >= 0) samples.get(child.variant)!.push(taken)
    }
  }
  for (const { child, visitors } of crowds) {
    for (const visitor of visitors) visitor.close()
    await child.stop()
  }
  return samples
}

/** Some at a time: a server takes only so many handshakes at once. */
async function crowd(child: Child, path: string, count: number): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  while (visitors.length < count) {
    const some = Array.from({ length: Math.min(20, count - visitors.length) }, () =>
      visit(child.variant, child.address, path),
    )
    visitors.push(...(await Promise.all(some)))
  }
  return visitors
}
