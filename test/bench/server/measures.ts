/** What is measured of a server: round trips, throughput, heap, and how soon all hear of one. */
import { Child } from '../child.ts'
import { type Visitor, visit } from './visitor.ts'

/** Variant → samples. */
export type Samples = Map<string, number[]>

/** Microseconds from sending an event to its answer, in blocks in turn. */
export async function roundTrips(
  variants: readonly string[],
  path: string,
  blocks: number,
  block: number,
): Promise<Samples> {
  return withVisitors(variants, path, async (visitors) => {
    const samples: Samples = new Map(variants.map((variant) => [variant, []]))
    // The first two blocks warm the code up.
    for (let round = -2; round < blocks; round++) {
      for (const [variant, visitor] of visitors) {
        for (let i = 0; i < block; i++) {
          const start = performance.now()
          await visitor.click()
          const taken = (performance.now() - start) * 1_000
          if (round >= 0) samples.get(variant)!.push(taken)
        }
      }
    }
    return samples
  })
}

/** Events per second of `tabs` sockets that each have one event on its way, in turns of `ms`. */
export async function throughput(
  variants: readonly string[],
  path: string,
  tabs: number,
  turns: number,
  ms: number,
): Promise<Samples> {
  const samples: Samples = new Map()
  const crowds: { child: Child; visitors: Visitor[] }[] = []
  for (const variant of variants) {
    const child = await Child.start(variant)
    crowds.push({ child, visitors: await crowd(child, path, tabs) })
  }
  for (let turn = -1; turn < turns; turn++) {
    for (const { child, visitors } of crowds) {
      const count = await clickFor(visitors, ms)
      const had = samples.get(child.variant) ?? []
      if (turn >= 0) samples.set(child.variant, [...had, count])
    }
  }
  for (const { child, visitors } of crowds) {
    for (const visitor of visitors) visitor.close()
    await child.stop()
  }
  return samples
}

async function clickFor(visitors: readonly Visitor[], ms: number): Promise<number> {
  const start = performance.now()
  let count = 0
  const clicking = async (visitor: Visitor) => {
    while (performance.now() - start < ms) {
      await visitor.click()
      count++
    }
  }
  await Promise.all(visitors.map(clicking))
  return count / ((performance.now() - start) / 1_000)
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

/** Microseconds until the last of `sockets` tabs has heard what one of them caused. */
export async function fanOut(
  variants: readonly string[],
  sockets: number,
  rounds: number,
): Promise<Samples> {
  const samples: Samples = new Map(variants.map((variant) => [variant, []]))
  const crowds: { child: Child; visitors: Visitor[] }[] = []
  for (const variant of variants) {
    const child = await Child.start(variant)
    crowds.push({ child, visitors: await crowd(child, '/news', sockets) })
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

async function withVisitors(
  variants: readonly string[],
  path: string,
  run: (visitors: Map<string, Visitor>) => Promise<Samples>,
): Promise<Samples> {
  const children: Child[] = []
  const visitors = new Map<string, Visitor>()
  for (const variant of variants) {
    const child = await Child.start(variant)
    children.push(child)
    visitors.set(variant, await visit(variant, child.address, path))
  }
  const samples = await run(visitors)
  for (const visitor of visitors.values()) visitor.close()
  await Promise.all(children.map((child) => child.stop()))
  return samples
}
