/** One tab, several processes, one store: whoever holds less than the tab has seen lets go. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  fileStore,
  type LiveServer,
  memoryStore,
  type ServeOptions,
  type StateStore,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { counterPage } from './support/pages.ts'

beforeAll(ensureClient)

const folder = mkdtempSync(join(tmpdir(), 'telar-two-'))
const running: LiveServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
  rmSync(folder, { recursive: true, force: true })
})

const numberIn = ({ markup }: Visitor) => Number(/(?:>|-->)(\d+)</.exec(markup)![1])

/** Servers that share what is stored, as processes do: nothing else is common to them. */
async function servers(
  count: number,
  storeOf: () => StateStore,
  limits: ServeOptions['limits'] = {},
) {
  const all: LiveServer[] = []
  for (let i = 0; i < count; i++) {
    const options = { pages: [counterPage], secret: 's', logger: silentLogger, port: 0 }
    all.push(await serve({ ...options, store: storeOf(), limits }))
  }
  running.push(...all)
  return all
}

const shared = memoryStore()
const later = () => new Promise((resolve) => setImmediate(resolve))
const inFolder = () => fileStore(folder)
/** The same, with answers that take a moment. */
const slowly = (): StateStore => {
  const store = fileStore(folder)
  const after =
    <Given extends unknown[], Result>(call: (...given: Given) => Result) =>
    async (...given: Given) => {
      await later()
      return call(...given)
    }
  return {
    promises: store.promises,
    load: after(store.load.bind(store)),
    open: after(store.open.bind(store)),
    write: after(store.write.bind(store)),
    remove: after(store.remove.bind(store)),
    sweep: after(store.sweep.bind(store)),
    close: () => store.close(),
  }
}

const orders = ['ABA', 'ABAB', 'ABCA', 'ABCB', 'ACBACB', 'AABBA', 'ABCABCABC', 'ABBACCA', 'BACAB']
const stores: [string, () => StateStore][] = [
  ['in a folder', inFolder],
  ['in a folder that answers late', slowly],
  ['in one memory', () => shared],
]

test.each(stores)(
  'a tab that goes from process to process and back shows its newest state and every press counts, %s',
  async (_, storeOf) => {
    const all = await servers(3, storeOf)
    for (const order of orders) {
      const addresses = [...order].map((name) => all['ABC'.indexOf(name)]!.address)
      const visitor = await Visitor.open(addresses[0]!)
      let pressed = 0
      for (const address of addresses) {
        const { applied } = await visitor.join(address)
        expect([order, applied]).toEqual([order, pressed])
        await visitor.clicked()
        await visitor.clicked()
        pressed += 2
      }
      await visitor.join(addresses[0])
      await visitor.join(addresses[1])
      expect([order, numberIn(visitor)]).toEqual([order, pressed])
    }
  },
  60_000,
)

test('a tab that only looked in at another process, and pressed nothing there, is welcome back', async () => {
  const [first, second] = await servers(2, inFolder)
  const visitor = await Visitor.open(first!.address)
  await visitor.join()
  await visitor.clicked()
  await visitor.join(second!.address)
  await visitor.join(first!.address)
  await visitor.clicked()
  expect(await visitor.join(second!.address)).toMatchObject({ applied: 2 })
})

test('a tab whose welcome by the other process was lost does not get the older state', async () => {
  const [first, second] = await servers(2, inFolder)
  const visitor = await Visitor.open(first!.address)
  await visitor.join()
  await visitor.clicked()
  // It sends a press there, and hears of nothing: for the tab the first process is still the last one.
  visitor.turnTo(second!.address)
  const line = await visitor.dial()
  line.send(visitor.hello())
  const { frame } = await line.signal('welcome')
  line.send({
    type: 'event',
    component: 0,
    event: 'click',
    slot: visitor.slot(),
    seq: 2,
    frame: Number(frame) + 1,
    data: {},
  })
  await line.until(({ acknowledged }) => (acknowledged ?? 0) > 0)
  await line.close()
  expect(await visitor.join(first!.address)).toMatchObject({ applied: 2 })
  expect(numberIn(visitor)).toBe(2)
})

test('a session that rests in the process that the tab left is taken up anew there', async () => {
  const [first, second] = await servers(2, inFolder, { rest: 5 })
  const visitor = await Visitor.open(first!.address)
  await visitor.join()
  await visitor.clicked()
  visitor.line!.send({ type: 'ack', frame: 2 })
  // Twice nothing happens, and it rests.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await visitor.join(second!.address)
  await visitor.clicked()
  expect(await visitor.join(first!.address)).toMatchObject({ applied: 2 })
  await visitor.clicked()
  expect(await visitor.join(second!.address)).toMatchObject({ applied: 3 })
  expect(numberIn(visitor)).toBe(3)
})
