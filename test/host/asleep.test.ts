/** Containers that make room: they sleep with all that they hold, and wake when their page asks something of them. */
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ASLEEP, AWAKE } from '../../playground/host/frames.ts'
import type { HostOptions } from '../../playground/host/index.ts'
import { readProcessTable, treeOf } from '../../playground/host/sandbox/process-table.ts'
import { get, type Page } from './support/page.ts'
import { PATIENT } from './support/patient.ts'
import { startHost } from './support/small-host.ts'

async function start(options: Partial<HostOptions>) {
  const started = await startHost(options)
  const boot = async (visitor: string, queued?: (position: number) => void) => {
    const page = await started.boot(visitor, queued)
    const heard: string[] = []
    page.on((kind) => {
      if (kind === ASLEEP) heard.push('asleep')
      if (kind === AWAKE) heard.push('awake')
    })
    return { ...page, heard }
  }
  return { host: started.host, boot }
}

/** Counts in memory alone: each request is answered with one more. */
const COUNTER = `
  import { createServer } from 'node:http'
  let count = 0
  const server = createServer((request, response) => response.end(String(++count)))
  server.listen(3000)
  process.stdin.on('data', (text) => console.log('heard ' + text))
`

async function serveCounter(page: Page) {
  await page.write('counter.mjs', COUNTER)
  const running = await page.node('counter.mjs')
  const { url } = await page.port(3000)
  const { host: name, port } = new URL(url!)
  const visit = () => get(Number(port), '/', { host: name })
  return { running, visit, name }
}

test('whoever holds most makes room: the one unused for longest sleeps, and goes on where it was', async () => {
  const { host, boot } = await start({ limits: { containers: 2 } })
  const first = await boot('ada')
  const second = await boot('ada')
  const { running, visit } = await serveCounter(second)
  expect((await visit()).body).toBe('1')
  await first.write('used.txt', 'x')
  const other = await boot('bob')
  expect(second.heard).toEqual(['asleep'])
  expect(host.stats()).toMatchObject({ open: 3, asleep: 1 })
  expect((await first.run("console.log('on')")).output).toBe('on\n')
  expect(await visit()).toMatchObject({ status: 503 })

  other.close()
  running.input('me')
  await running.says('heard me')
  expect(second.heard).toEqual(['asleep', 'awake'])
  expect((await visit()).body).toBe('2')
  expect(host.stats()).toMatchObject({ open: 2, asleep: 0 })
})

test('nothing of a container that sleeps runs, however busy it was', async () => {
  const { boot } = await start({ limits: { containers: 1 }, now: clock() })
  const busy = await boot('ada')
  const running = await busy.node(
    '-e',
    "const { spawn } = require('node:child_process'); const again = () => spawn(process.execPath, ['-e', '']).on('close', again); again(); again(); setInterval(() => console.log('at work'), 5)",
  )
  await running.says('at work')
  expect(await sandboxesThatRun()).toBe(1)
  later(61_000)
  const other = await boot('bob')
  expect(busy.heard).toEqual(['asleep'])
  // What it had said before may still be on its way.
  await expect.poll(sandboxesThatRun, PATIENT).toBe(1)
  expect((await other.run("console.log('on')")).output).toBe('on\n')
})

test('a container that is wanted again waits its turn, with a position', async () => {
  const { boot } = await start({ limits: { containers: 1 }, now: clock() })
  const positions: number[] = []
  const first = await boot('ada', (position) => positions.push(position))
  await first.write('kept.txt', 'kept')
  later(61_000)
  const second = await boot('bob')
  expect(first.heard).toEqual(['asleep'])
  const reading = first.call({ method: 'readFile', path: 'kept.txt', encoding: 'utf8' })
  await expect.poll(() => positions, PATIENT).toEqual([1])
  second.close()
  expect((await reading).value).toBe('kept')
  expect(first.heard).toEqual(['asleep', 'awake'])
})

test('one that was unused for a minute makes room for a visitor who has none, and one in use does not', async () => {
  const { boot } = await start({ limits: { containers: 1 }, now: clock() })
  const first = await boot('ada')
  const positions: number[] = []
  const waiting = boot('bob', (position) => positions.push(position))
  await expect.poll(() => positions, PATIENT).toEqual([1])
  later(59_000)
  await first.write('used.txt', 'x')
  later(59_000)
  // Long enough for several looks of the patrol.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(first.heard).toEqual([])
  later(2000)
  await waiting
  expect(first.heard).toEqual(['asleep'])
})

test('an open preview that only says that it is there keeps no container from making room, and does not wake it', async () => {
  const { boot } = await start({ limits: { containers: 1 }, now: clock() })
  const first = await boot('ada')
  await first.write(
    'echo.mjs',
    `import { createHash } from 'node:crypto'
     import { createServer } from 'node:http'
     createServer().on('upgrade', ({ headers }, socket) => {
       const key = headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
       const accept = createHash('sha1').update(key).digest('base64')
       const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: ' + accept]
       socket.write(head.join('\\r\\n') + '\\r\\n\\r\\n')
       socket.resume()
     }).listen(3000)`,
  )
  await first.node('echo.mjs')
  const { host: name, port } = new URL((await first.port(3000)).url!)
  const open = () => new WebSocket(`ws://127.0.0.1:${port}/`, { headers: { host: name } })
  const preview = open()
  await new Promise((resolve, reject) => preview.on('open', resolve).on('error', reject))
  const closed = new Promise((resolve) => preview.on('close', resolve))
  for (let round = 0; round < 7; round++) {
    later(10_000)
    preview.send(Buffer.alloc(8))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await boot('bob')
  expect(first.heard).toEqual(['asleep'])
  await closed
  const refused = open()
  expect(
    await new Promise((resolve) => refused.on('error', (error) => resolve(error.message))),
  ).toBe('Unexpected server response: 503')
  expect(first.heard).toEqual(['asleep'])
})

test('as many may sleep as may be awake; the one that has slept longest ends, with a sentence', async () => {
  const { boot } = await start({ limits: { containers: 1 }, now: clock() })
  const first = await boot('ada')
  later(61_000)
  const second = await boot('bob')
  later(61_000)
  const third = await boot('eve')
  expect(await first.ended).toEqual({
    reason: 'asleep',
    message:
      'Somebody waited for a container, and this one was unused for longest, so it was put to sleep. Your files are kept. Run again to go on.',
  })
  expect(second.heard).toEqual(['asleep'])
  expect((await third.run("console.log('on')")).output).toBe('on\n')
})

test('a sleeping container ends when its page goes', async () => {
  const { host, boot } = await start({ limits: { containers: 1 }, now: clock() })
  const first = await boot('ada')
  later(61_000)
  await boot('bob')
  first.close()
  await expect.poll(() => host.stats(), PATIENT).toMatchObject({ open: 1, asleep: 0 })
})

let at = 0
/** A clock that stands until `later`. */
function clock() {
  at = Date.now()
  return () => at
}

function later(ms: number) {
  at += ms
}

/** What we started ourselves stands around the sandboxes, and sleeps until they end. */
async function sandboxesThatRun() {
  const rows = await readProcessTable()
  const children = rows.filter(({ parent }) => parent === process.pid)
  const within = children.map(({ pid }) => treeOf(rows, pid).slice(1))
  return within.filter((tree) => tree.some(({ isStopped }) => !isStopped)).length
}
