/** A store that fails for a while: what was done waits for it, the visitor is told, and nothing is lost. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, mount, page } from '../../engine/index.ts'
import {
  fileStore,
  type LiveServer,
  memoryStore,
  type ServeOptions,
  type StateStore,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { ensureClient } from './support/client-built.ts'
import { FailingStore } from './support/failing-store.ts'
import { counterPage } from './support/pages.ts'
import { Visitor } from './support/visitor.ts'

beforeAll(ensureClient)

const running: LiveServer[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function serving(store: StateStore, options: Partial<ServeOptions> = {}) {
  const given = { pages: [counterPage], secret: 's', logger: silentLogger, port: 0 }
  const server = await serve({ ...given, store, ...options })
  running.push(server)
  return server
}

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'telar-failing-'))
  folders.push(folder)
  return folder
}

const numberIn = ({ markup }: Visitor) => Number(/(?:>|-->)(\d+)</.exec(markup)![1])
const coded = (code: string) => Object.assign(new Error(`${code}: it does not work`), { code })
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const saidIn = ({ line }: Visitor, code: string) =>
  line!.until(({ operations }) =>
    operations.some(({ value }) => (value as { code?: string } | undefined)?.code === code),
  )

const failures: [string, unknown, boolean, () => StateStore][] = [
  ['a disk that is full', coded('ENOSPC'), false, () => fileStore(newFolder())],
  ['a disk that can not be read', coded('EIO'), false, () => fileStore(newFolder())],
  ['a folder that may not be written', coded('EACCES'), false, () => memoryStore()],
  ['a store that rejects', coded('ECONNREFUSED'), true, () => memoryStore()],
  ['a store that rejects with nothing', undefined, true, () => fileStore(newFolder())],
]

test.each(failures)(
  'presses wait for %s, the tab is told, and all of them count once it works again',
  async (_, error, isLate, make) => {
    const store = new FailingStore(make())
    store.isLate = isLate
    const server = await serving(store)
    const visitor = await Visitor.open(server.address)
    await visitor.join()
    await visitor.clicked()
    store.fail(error, 'write', 'open', 'load')
    for (let i = 0; i < 20; i++) visitor.clickOn()
    await saidIn(visitor, 'store-waits')
    while (store.failed < 3) await later(20)
    // Nothing that is not kept was told, neither as a number nor as an acknowledgement.
    const told = visitor
      .line!.heard.flatMap(({ operations }) => operations)
      .filter(({ type }) => type === 'setText')
    expect(told.map(({ value }) => value)).toEqual(['1'])
    // New visitors are told so, and only while it lasts.
    expect((await fetch(server.address)).status).toBe(500)
    store.mend()
    await saidIn(visitor, 'store-works')
    await visitor.clicked()
    expect((await fetch(server.address)).status).toBe(200)
    expect(await visitor.join()).toMatchObject({ applied: 22 })
    await visitor.clicked()
    expect(visitor.line!.heard.at(-1)!.operations).toMatchObject([{ value: '23' }])
  },
  30_000,
)

test('a tab that comes while its store can not be read waits at the door, and goes on when it can', async () => {
  const store = new FailingStore(memoryStore())
  const first = await serving(store)
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  const second = await serving(store)
  store.fail(coded('EIO'), 'open', 'load')
  visitor.turnTo(second.address)
  const line = await visitor.dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({ code: 'store-waits', owner: 'host' })
  store.mend()
  expect(await line.signal('welcome')).toMatchObject({ applied: 1 })
  await line.close()
}, 30_000)

test('a store that fails at a take-over is what the tab is told of, not a child that can’t start either', async () => {
  let isBroken = false
  class Child extends LiveComponent {
    start() {
      if (isBroken) throw new Error('no record')
    }
    getTemplate() {
      return html`<i>here</i>`
    }
  }
  class Around extends LiveComponent {
    n = 0
    getTemplate() {
      return html`<button lv-click=${() => this.n++}>${this.n}</button>${this.n > 0 ? mount(Child) : ''}`
    }
  }
  const pages = [page('/', Around)]
  const store = new FailingStore(memoryStore())
  const first = await serving(store, { pages })
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  isBroken = true
  await visitor.clicked()
  const second = await serving(store, { pages })
  store.fail(coded('EIO'), 'write')
  visitor.turnTo(second.address)
  const line = await visitor.dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({ code: 'store-waits' })
  store.mend()
  expect(await line.signal('welcome')).toMatchObject({ applied: 1 })
  await line.close()
}, 30_000)

test('others live on while the store refuses one session', async () => {
  const inner = memoryStore()
  let refused = ''
  const store: StateStore = {
    ...new FailingStore(inner),
    write(id, epoch, change) {
      if (id === refused) throw coded('EIO')
      return inner.write(id, epoch, change)
    },
    close: () => inner.close(),
  }
  const server = await serving(store)
  const [one, other] = [await Visitor.open(server.address), await Visitor.open(server.address)]
  await one.join()
  await other.join()
  refused = JSON.parse(String(Buffer.from(one.config.token.split('.')[0]!, 'base64url')))[0]
  one.clickOn()
  await saidIn(one, 'store-waits')
  for (let i = 0; i < 10; i++) await other.clicked()
  refused = ''
  await one.clicked()
  expect([(await one.join()).applied, (await other.join()).applied]).toEqual([2, 10])
}, 30_000)

test('a tab that comes back while its last press waits is told why, and goes on', async () => {
  const store = new FailingStore(memoryStore())
  const server = await serving(store)
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  store.fail(coded('ENOSPC'), 'write')
  visitor.clickOn()
  await saidIn(visitor, 'store-waits')
  const line = await visitor.dial()
  line.send(visitor.hello())
  expect(await line.signal('error')).toMatchObject({ code: 'store-waits' })
  store.mend()
  const welcome = await line.signal('welcome')
  expect(welcome).toMatchObject({ applied: 1 })
  // Only the welcome says which number comes next: a tab that hears another one before would dial again and again.
  expect(line.heard.map(({ frame = 0 }) => frame).slice(0, 3)).toEqual([0, 0, welcome.frame])
}, 30_000)

test('a server that ends while the store refuses does not wait for it, and the press is made up for by the next one', async () => {
  const store = new FailingStore(memoryStore())
  const first = await serving(store)
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  await visitor.clicked()
  store.fail(coded('ENOSPC'), 'write', 'open')
  visitor.clickOn()
  visitor.clickOn()
  await saidIn(visitor, 'store-waits')
  await first.close()
  expect([1001, 1012]).toContain((await visitor.line!.closed).code)
  store.mend()
  const second = await serving(store)
  await visitor.join(second.address)
  await visitor.clicked()
  expect((await visitor.join()).applied).toBe(4)
  expect(numberIn(visitor)).toBe(4)
}, 30_000)

test('a process that waits for the store lets go when another has taken the session up meanwhile', async () => {
  const inner = memoryStore()
  const store = new FailingStore(inner)
  const [first, second] = [await serving(store), await serving(inner)]
  const visitor = await Visitor.open(first.address)
  await visitor.join()
  store.fail(coded('EIO'), 'write', 'open', 'load')
  visitor.clickOn()
  await saidIn(visitor, 'store-waits')
  const old = visitor.line!
  await visitor.join(second.address)
  await visitor.clicked()
  store.mend()
  expect((await old.closed).code).toBe(1012)
  await visitor.clicked()
  expect(await visitor.join(second.address)).toMatchObject({ applied: 3 })
  expect(numberIn(visitor)).toBe(3)
}, 30_000)

test('messages that come while the store refuses take bounded memory, and timers do not pile up', async () => {
  class Ticking extends LiveComponent {
    ticks = 0
    connected() {
      this.every(5, () => this.ticks++)
    }
    getTemplate() {
      return html`<p>${this.ticks}</p>`
    }
  }
  const store = new FailingStore(memoryStore())
  const server = await serving(store, { pages: [page('/', Ticking)] })
  const visitor = await Visitor.open(server.address)
  await visitor.join()
  store.fail(coded('EIO'), 'write')
  await saidIn(visitor, 'store-waits')
  const frames = visitor.line!.heard.length
  await later(200)
  // It is told once, and nothing that is not kept is shown.
  expect(visitor.line!.heard.length).toBe(frames)
  store.mend()
  await saidIn(visitor, 'store-works')
}, 30_000)

test('a real disk that is full for a moment loses nothing, in this process and for the next one', async ({
  skip,
}) => {
  const disk = mkdtempSync(join(tmpdir(), 'telar-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    rmSync(disk, { recursive: true })
    skip('Only who may mount has a disk of its own to fill.')
  }
  const stores = [fileStore(disk), fileStore(disk)] as const
  try {
    const first = await serving(stores[0])
    const visitor = await Visitor.open(first.address)
    await visitor.join()
    await visitor.clicked()
    const filler = join(disk, 'filler')
    fill(filler)
    // What fits into the last page of its own file still fits.
    let isTold = false
    const told = saidIn(visitor, 'store-waits').then(() => {
      isTold = true
    })
    while (!isTold) {
      visitor.clickOn()
      await later(1)
    }
    await told
    expect((await fetch(first.address)).status).toBe(500)
    rmSync(filler)
    await saidIn(visitor, 'store-works')
    await visitor.clicked()
    await first.close()
    const second = await serving(stores[1])
    expect(await visitor.join(second.address)).toMatchObject({ applied: visitor.seq })
    expect(numberIn(visitor)).toBe(visitor.seq)
  } finally {
    await Promise.all(running.splice(0).map((one) => one.close()))
    for (const store of stores) store.close()
    execFileSync('umount', [disk])
    rmSync(disk, { recursive: true })
  }
}, 60_000)

/** Fills the disk up with a file, to the last byte. */
function fill(file: string) {
  for (let size = 1 << 17; size > 0; size >>= 1) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // So much does not fit any more; half of it may.
    }
  }
}
