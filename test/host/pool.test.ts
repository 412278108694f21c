/** Warm sandboxes, the host's own bound, and the ends that time brings. */
import { existsSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CALL, encodeFrame, encodeParcel } from '../../playground/host/frames.ts'
import type { ContainerHost } from '../../playground/host/index.ts'
import { readProcessTable, treeOf } from '../../playground/host/sandbox/process-table.ts'
import { readSettings } from './support/page.ts'
import { PATIENT } from './support/patient.ts'
import { SITE, startHost } from './support/small-host.ts'

test('a warm sandbox is lent to the next page and replaced', async () => {
  const { host, boot } = await startHost({ warm: 2 })
  await expect.poll(() => host.stats().ready, PATIENT).toBe(2)
  const page = await boot()
  expect(host.stats()).toMatchObject({ open: 1, ready: 1 })
  await expect.poll(() => host.stats().ready, PATIENT).toBe(2)
  page.close()
  await expect
    .poll(() => host.stats(), PATIENT)
    .toMatchObject({ open: 0, ready: 2, ended: { teardown: 1 } })
})

test('who finds all containers in use hears a position, and is served when one ends', async () => {
  const { boot } = await startHost({ limits: { containers: 1 } })
  const page = await boot('ada')
  const positions: number[] = []
  const waiting = boot('bob', (position) => positions.push(position))
  await expect.poll(() => positions, PATIENT).toEqual([1])
  page.close()
  expect((await (await waiting).run("console.log('served')")).output).toBe('served\n')
})

test('one visitor asks for 24 containers, and another gets one within two seconds', async () => {
  const { host, boot } = await startHost({ warm: 1 })
  const left: Promise<unknown>[] = []
  for (let count = 0; count < 24; count++) left.push(boot('greedy').catch(() => {}))
  await Promise.all(left.slice(0, 2))
  await expect.poll(() => host.stats().open, PATIENT).toBe(2)
  const at = performance.now()
  const page = await boot('modest')
  const took = performance.now() - at
  expect((await page.run("console.log('mine')")).output).toBe('mine\n')
  console.log(`The other visitor got a container after ${Math.round(took)} ms.`)
  expect(took).toBeLessThan(2000)
  expect(host.stats().open).toBe(3)
})

test('who gives up leaves the queue, and those behind move up', async () => {
  const { host, boot } = await startHost({ limits: { containers: 1 } })
  const page = await boot('ada')
  const gone = await abandon(host, 'bob')
  const positions: number[] = []
  const waiting = boot('eve', (position) => positions.push(position))
  await expect.poll(() => positions, PATIENT).toEqual([2])
  gone()
  await expect.poll(() => positions, PATIENT).toEqual([2, 1])
  page.close()
  await waiting
})

test("readers' code comes after the server when the machine is busy", async () => {
  const { boot } = await startHost({})
  const page = await boot()
  const { output } = await page.run(
    "import { getPriority } from 'node:os'; console.log(getPriority())",
  )
  expect(Number(output)).toBeGreaterThan(getPriority())
})

test('a process that a reader starts comes after the server too, where only niceness keeps it there', async () => {
  const { boot } = await startHost({ wanted: { cgroups: false } })
  const page = await boot()
  const running = await page.node('-e', "setInterval(() => {}, 1000); console.log('up')")
  await running.says('up')
  const rows = await readProcessTable()
  const children = rows.filter(({ parent }) => parent === process.pid)
  const pids = children.flatMap(({ pid }) => treeOf(rows, pid).slice(1)).map(({ pid }) => pid)
  expect(pids.length).toBeGreaterThan(1)
  const levels = () =>
    pids.map((pid) => / nice (-?\d+)/.exec(readFileSync(`/proc/${pid}/autogroup`, 'latin1'))?.[1])
  // A kernel without groups of sessions has no such file, and needs none.
  if (existsSync('/proc/self/autogroup'))
    await expect.poll(levels, PATIENT).toEqual(pids.map(() => '10'))
})

test('a container without a visitor ends as idle; one in use goes on', async () => {
  const { boot } = await startHost({ limits: { idleSeconds: 3 } })
  const idle = await boot()
  const used = await boot()
  const using = setInterval(() => used.write('x.txt', 'x').catch(() => {}), 100)
  expect(await idle.ended).toEqual({
    reason: 'idle',
    message: 'Nothing came from the page for 3 s, so the container was ended. Run again to go on.',
  })
  expect((await used.run("console.log('on')")).output).toBe('on\n')
  clearInterval(using)
})

test('a container ends at its longest life, used or not', async () => {
  const { boot } = await startHost({ limits: { lifetimeSeconds: 1 } })
  const page = await boot()
  const using = setInterval(() => page.write('x.txt', 'x').catch(() => {}), 100)
  expect(await page.ended).toEqual({
    reason: 'lifetime',
    message: 'The container had run for 1 s, its longest time, and was ended. Run again to go on.',
  })
  clearInterval(using)
})

test('closing the host ends its containers and says so to their pages', async () => {
  const { host, boot } = await startHost({ warm: 1 })
  const page = await boot()
  await host.close()
  expect(await page.ended).toEqual({
    reason: 'away',
    message: 'The container host was stopped. Run again to go on.',
  })
})

/** Asks for a container as a page that may go before it gets one. */
async function abandon({ port, mintToken }: ContainerHost, visitor: string): Promise<() => void> {
  const { ticket } = await readSettings(port, mintToken(SITE, visitor))
  const socket = new WebSocket(
    `ws://127.0.0.1:${port}/api/container`,
    ['telar-container', ticket ?? ''],
    { origin: `http://127.0.0.1:${port}` },
  )
  await new Promise((resolve) => socket.once('open', resolve))
  const open = { method: 'open', name: null, forwardPreviewErrors: false }
  socket.send(encodeFrame(CALL, 1, encodeParcel(open)))
  await new Promise((resolve) => socket.once('message', resolve))
  return () => socket.terminate()
}
