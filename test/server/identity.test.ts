/** Who is there: asked at the first paint and at each join, named by a key, and ended by it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { form, html, LiveComponent, page } from '../../engine/index.ts'
import {
  fileStore,
  type LiveServer,
  localBus,
  memoryStore,
  type ServeOptions,
  ServerError,
  type StateStore,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { FailingStore } from './support/failing-store.ts'

interface User {
  id: string
  roles: string[]
}

class Desk extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    const user = this.session.identity as User | null
    const who = user ? `${user.id} (${user.roles.join(', ')})` : 'nobody'
    return html`<p>${who}</p><button lv-click=${this.add}>${this.count}</button>`
  }
}

/** Logins by cookie: what a program keeps in its database. */
let logins: Record<string, User>
const userOf = (request: Request) =>
  logins[/sid=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''] ?? null

const running: LiveServer[] = []
const folders: string[] = []

beforeAll(ensureClient)
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function start(options: Partial<ServeOptions> = {}): Promise<LiveServer> {
  logins = { a: { id: 'ada', roles: ['reader'] }, g: { id: 'grace', roles: [] } }
  const server = await serve({
    pages: [page('/', Desk)],
    authenticate: userOf,
    identityKey: (user: User) => user.id,
    port: 0,
    logger: silentLogger,
    secret: 'one for all',
    ...options,
  })
  running.push(server)
  return server
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'telar-identity-'))
  folders.push(made)
  return made
}

/** A tab of Ada's that is live. */
async function live({ address }: LiveServer): Promise<Visitor> {
  const visitor = await Visitor.open(address, '/', 'sid=a')
  await visitor.join()
  return visitor
}

async function refused(visitor: Visitor) {
  const line = await visitor.dial()
  line.send(visitor.hello())
  const told = await line.refusal()
  expect(await line.closed).toMatchObject({ code: 1008 })
  return told
}

const OVER = { code: 'session-ended', owner: 'network', fatal: true, reload: true }

test('a visitor is asked for at the first paint and again at each join, with the cookies that came with it', {
  tags: ['A26', 'asked-at-each-join'],
}, async () => {
  const asked: [string, string | null][] = []
  const server = await start({
    authenticate: (request) => {
      asked.push([new URL(request.url).pathname, request.headers.get('cookie')])
      return userOf(request)
    },
  })
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  expect(visitor.markup).toContain('ada (reader)')
  await visitor.join()
  visitor.cookie = 'sid=a; theme=dark'
  await visitor.line!.close()
  await visitor.join()
  expect(asked).toEqual([
    ['/', 'sid=a'],
    ['/', 'sid=a'],
    ['/', 'sid=a; theme=dark'],
  ])
})

test('at a join the request has the address that the tab shows, or the page’s if what it says is none', {
  tags: ['A26', 'asked-at-each-join'],
}, async () => {
  const asked: string[] = []
  const server = await start({
    pages: [page('/rooms/:id', Desk)],
    authenticate: ({ url }) => {
      asked.push(url.replace(server.address, ''))
      return null
    },
  })
  for (const path of ['/rooms/7?tab=2', '//evil.example/', 'no path']) {
    const visitor = await Visitor.open(server.address, '/rooms/7')
    const line = await visitor.dial()
    line.send(visitor.hello({ path }))
    await line.signal('welcome')
  }
  expect(asked).toEqual([
    '/rooms/7',
    '/rooms/7?tab=2',
    '/rooms/7',
    '/rooms/:id',
    '/rooms/7',
    '/rooms/:id',
  ])
})

test.each([
  ['logged in as somebody else', 'sid=g'],
  ['logged out', ''],
])(
  'a tab that comes back %s is sent to load its page anew, and is shown nothing of before',
  {
    tags: ['A26', 'other-login'],
  },
  async (_, cookie) => {
    const server = await start()
    const visitor = await live(server)
    await visitor.clicked()
    await visitor.line!.close()
    visitor.cookie = cookie
    const told = await refused(visitor)
    expect(told).toMatchObject({ code: 'identity-changed', fatal: true, reload: true })
    expect(JSON.stringify(told)).not.toContain('ada')
    const again = await Visitor.open(server.address, '/', cookie)
    expect(again.markup).toContain(cookie ? 'grace ()' : 'nobody')
    expect(again.markup).toContain('>0</button>')
    // Whoever it was before is not disturbed by that.
    visitor.cookie = 'sid=a'
    expect(await visitor.join()).toMatchObject({ applied: 1 })
  },
)

test('a cookie that is gone between the first paint and the join: the page is loaded anew', {
  tags: ['A26', 'other-login'],
}, async () => {
  const server = await start()
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  visitor.cookie = undefined
  expect(await refused(visitor)).toMatchObject({ code: 'identity-changed', reload: true })
})

test('so it is where the process has changed in between, and no code of the page runs then', {
  tags: ['A26', 'other-login'],
}, async () => {
  const store = fileStore(folder())
  const first = await start({ store })
  const visitor = await live(first)
  await visitor.clicked()
  await first.close()
  const second = await start({ store })
  visitor.turnTo(second.address)
  visitor.cookie = 'sid=g'
  expect(await refused(visitor)).toMatchObject({ code: 'identity-changed', reload: true })
  expect(second.sessions).toBe(0)
  visitor.cookie = 'sid=a'
  expect(await visitor.join(second.address)).toMatchObject({ applied: 1 })
  expect(visitor.markup).toContain('ada (reader)')
})

test('the same login with other roles goes on, shows them, and another process knows them too', {
  tags: ['A26', 'identity-refreshed'],
}, async () => {
  const store = fileStore(folder())
  const server = await start({ store })
  const visitor = await live(server)
  await visitor.clicked()
  await visitor.line!.close()
  logins.a = { id: 'ada', roles: ['reader', 'admin'] }
  await visitor.join()
  expect(visitor.markup).toContain('ada (reader, admin)')
  const [name] = readdirSync(folders[0]!)
  const { meta } = (await store.load(name!.replace('.session', '')))!
  expect(meta).toContain('"roles":["reader","admin"]')
})

test('so it is for a session at rest', { tags: ['A26', 'identity-refreshed'] }, async () => {
  const server = await start({ limits: { rest: 20 } })
  const visitor = await live(server)
  visitor.line!.send({ type: 'ack', frame: 1 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await visitor.line!.close()
  logins.a = { id: 'ada', roles: ['editor'] }
  const { resumed } = await visitor.join()
  const shown = () =>
    visitor.line!.heard.some((one) => JSON.stringify(one).includes('ada (editor)'))
  await visitor.line!.until(shown)
  expect(resumed).toBe(true)
})

test('a form that a browser sends without script is guarded as its page is', {
  tags: ['A26', 'guards'],
}, async () => {
  class Note extends LiveComponent {
    notes: string[] = []
    guard() {
      return this.session.identity !== null
    }
    draft = form(z.object({ note: z.string() }), { initial: { note: '' } })
    keep({ note }: { note: string }) {
      this.notes.push(note)
    }
    getTemplate() {
      return html`<form lv-submit=${this.draft.submit(this.keep)}><input ${this.draft.field('note')}></form><p>${this.notes.join()}</p>`
    }
  }
  const server = await start({ pages: [page('/', Note)] })
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  const action = /<form[^>]* action="([^"]*)"/.exec(visitor.markup)?.[1] ?? ''
  const send = async (cookie: string) => {
    const { status, text } = await fetch(new URL(action, server.address), {
      method: 'POST',
      body: new URLSearchParams({ note: 'kept' }),
      headers: { cookie, origin: server.address },
    }).then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    return [status, /<p[^>]*>.*kept/.test(text)]
  }
  expect(await send('sid=a')).toEqual([200, true])
  expect(await send('')).toEqual([403, false])
})

test('without identityKey any difference of the identity is another visitor', {
  tags: ['A26', 'other-login'],
}, async () => {
  const server = await start({ identityKey: undefined })
  const visitor = await live(server)
  await visitor.line!.close()
  logins.a = { id: 'ada', roles: [] }
  expect(await refused(visitor)).toMatchObject({ code: 'identity-changed' })
})

test('endSessions ends live tabs, a resting one, a first paint and a stored session at once; others and later ones live', {
  tags: ['A26', 'revocable'],
}, async () => {
  const store = memoryStore()
  const server = await start({ store, limits: { rest: 20 } })
  const [one, two] = [await live(server), await live(server)]
  await one.clicked()
  const resting = await live(server)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const painted = await Visitor.open(server.address, '/', 'sid=a')
  const grace = await Visitor.open(server.address, '/', 'sid=g')
  await grace.join()
  expect(server.sessions).toBe(5)

  await server.endSessions({ key: 'ada' })

  expect(server.sessions).toBe(1)
  for (const visitor of [one, two, resting]) {
    const told = await visitor.line!.refusal()
    expect(told).toEqual({ ...OVER, message: 'This login is over here. The page is loaded again.' })
    expect(await visitor.line!.closed).toMatchObject({ code: 1008 })
    // The token is signed and the cookie is valid, but the session is gone.
    expect(await refused(visitor)).toMatchObject({ code: 'session-gone', reload: true })
    // Another login is told apart all the same: it is given nothing that was typed there.
    visitor.cookie = 'sid=g'
    expect(await refused(visitor)).toMatchObject({ code: 'identity-changed', reload: true })
  }
  expect(await refused(painted)).toMatchObject({ fatal: true, reload: true })
  await grace.clicked()
  const later = await live(server)
  await later.clicked()
  expect(server.sessions).toBe(2)
})

test('a session that a dead process has left in the store is ended too, and removed', {
  tags: ['A26', 'revocable'],
}, async () => {
  const where = folder()
  const first = await start({ store: fileStore(where) })
  const visitor = await live(first)
  await visitor.clicked()
  await first.drain()
  running.length = 0
  const second = await start({ store: fileStore(where) })
  await second.endSessions({ key: 'ada' })
  visitor.turnTo(second.address)
  expect(await refused(visitor)).toMatchObject({ code: 'session-ended', reload: true })
  expect(second.sessions).toBe(0)
})

test('processes that share store and bus end the sessions of each other', {
  tags: ['A26', 'revocable'],
}, async () => {
  const [bus, store] = [localBus(), memoryStore()]
  const [first, second] = [await start({ bus, store }), await start({ bus, store })]
  const visitor = await live(first)
  await second.endSessions({ key: 'ada' })
  expect(await visitor.line!.refusal()).toMatchObject(OVER)
  expect(first.sessions).toBe(0)
})

test('a join that is on its way as the login ends does not come through, whatever it waits for', {
  tags: ['A26', 'revocable'],
}, async () => {
  const inner = memoryStore()
  let hold: Promise<void> | undefined
  const held = async <T>(value: T): Promise<T> => {
    await hold
    return value
  }
  const store: StateStore = {
    promises: '',
    outlives: false,
    load: (id) => inner.load(id),
    open: (id, owner) => inner.open(id, owner),
    write: (...given) => inner.write(...given),
    remove: (id, epoch) => inner.remove(id, epoch),
    sweep: (ms) => inner.sweep(ms),
    setNotBefore: (key, at) => inner.setNotBefore(key, at),
    // Answered before the end, and heard of after it.
    notBefore(key) {
      asked()
      return held(inner.notBefore(key))
    },
    close: () => inner.close(),
  }
  const server = await start({ store })
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  let goOn = () => {}
  let asked = () => {}
  hold = new Promise((resolve) => {
    goOn = resolve
  })
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const line = await visitor.dial()
  line.send(visitor.hello())
  await isAsked
  await server.endSessions({ key: 'ada' })
  goOn()
  expect(await line.refusal()).toMatchObject({ fatal: true, reload: true })
  expect(server.sessions).toBe(0)
})

test('a first paint that is on its way as the login ends can’t be joined', {
  tags: ['A26', 'revocable'],
}, async () => {
  let goOn = () => {}
  let asked = () => {}
  let hold: Promise<void> | undefined
  const server = await start({
    authenticate: async (request) => {
      const user = userOf(request)
      asked()
      await hold
      return user
    },
  })
  hold = new Promise((resolve) => {
    goOn = resolve
  })
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const painting = Visitor.open(server.address, '/', 'sid=a')
  await isAsked
  await server.endSessions({ key: 'ada' })
  goOn()
  hold = undefined
  expect(await refused(await painting)).toMatchObject({ code: 'session-ended', reload: true })
})

test('a handler may end the sessions of its own login, and nothing fails by that', {
  tags: ['A26', 'revocable'],
}, async () => {
  const faults: unknown[] = []
  let server: LiveServer | undefined
  class Out extends LiveComponent {
    clicks = 0
    async leave() {
      this.clicks += 1
      await server!.endSessions({ key: (this.session.identity as User).id })
      this.clicks += 1
    }
    getTemplate() {
      return html`<p>${(this.session.identity as User).id}</p><button lv-click=${this.leave}>${this.clicks}</button>`
    }
  }
  server = await start({ pages: [page('/', Out)], onFault: (fault) => void faults.push(fault) })
  const [visitor, other] = [await live(server), await live(server)]
  visitor.clickOn()
  for (const one of [visitor, other]) expect(await one.line!.refusal()).toMatchObject(OVER)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([server.sessions, faults]).toEqual([0, []])
})

test('a key that nobody has ends nothing, and what is no key is refused in a sentence', {
  tags: ['A26', 'revocable'],
}, async () => {
  const server = await start()
  const visitor = await live(server)
  await server.endSessions({ key: 'nobody knows' })
  await visitor.clicked()
  const said = async (key: unknown) =>
    (await server.endSessions({ key: key as string }).catch((error) => error)).message
  expect(await said(7)).toBe(
    'Expected a text that is not empty as the key of a login in endSessions({ key }), received number (7). Use what names the login in your database, as text.',
  )
  expect(await said('')).toContain('received an empty one')
  expect(await said(undefined)).toContain('received undefined')
  const without = await start({ identityKey: undefined })
  expect(await without.endSessions({ key: 'ada' }).catch((error) => error)).toMatchObject({
    code: 'key-missing',
    owner: 'host',
  })
})

test('a store that can’t keep when logins ended is refused as the server starts', {
  tags: ['A26', 'revocable'],
}, async () => {
  const inner = memoryStore()
  const store: StateStore = {
    promises: '',
    load: (id) => inner.load(id),
    open: (id, owner) => inner.open(id, owner),
    write: (...given) => inner.write(...given),
    remove: (id, epoch) => inner.remove(id, epoch),
    sweep: (ms) => inner.sweep(ms),
    close: () => inner.close(),
  }
  const error = await start({ store }).catch((one) => one)
  expect(error).toBeInstanceOf(ServerError)
  expect(error.code).toBe('store-unfit')
})

test.each([
  ['a function', { user: { save() {} } }, 'this.session.identity.user.save, received a function'],
  [
    'an instance of a class',
    { at: new (class Place {})() },
    'this.session.identity.at, received an instance of Place',
  ],
  ['1 MB', { notes: 'x'.repeat(1_048_576) }, 'Expected an identity of at most 65536 bytes'],
])(
  'an identity with %s is refused by its name, at once',
  {
    tags: ['A26', 'plain-identity'],
  },
  async (_, identity, sentence) => {
    const said: string[] = []
    const logger = {
      ...silentLogger,
      error: (about: object) => void said.push(JSON.stringify(about)),
    }
    const server = await start({ authenticate: () => identity, identityKey: undefined, logger })
    expect((await fetch(server.address)).status).toBe(500)
    expect(said.join()).toContain(sentence)
    expect(server.sessions).toBe(0)
  },
)

test('an identity with dates, maps, sets and a cycle comes back as it was', {
  tags: ['A26', 'plain-identity'],
}, async () => {
  class Odd extends LiveComponent {
    getTemplate() {
      const it = this.session.identity as { since: Date; may: Set<string>; self: unknown }
      return html`<p>${it.since.getUTCFullYear()} ${[...it.may].join()} ${String(it.self === it)}</p>`
    }
  }
  const identity: Record<string, unknown> = { since: new Date(0), may: new Set(['read']) }
  identity.self = identity
  const where = folder()
  const options = { pages: [page('/', Odd)], authenticate: () => identity, identityKey: undefined }
  const first = await start({ ...options, store: fileStore(where) })
  const visitor = await Visitor.open(first.address)
  expect(visitor.markup).toMatch(/1970.*read.*true/)
  await visitor.join()
  await first.close()
  const second = await start({ ...options, store: fileStore(where) })
  await visitor.join(second.address)
  expect(visitor.markup).toMatch(/1970.*read.*true/)
})

test('an authenticate that throws: 403 for a first paint, and a tab that joins loads its page anew', {
  tags: ['A26', 'asked-at-each-join'],
}, async () => {
  let fails = false
  const said: string[] = []
  const server = await start({
    authenticate: (request) => {
      if (fails) throw new Error('the directory is closed')
      return userOf(request)
    },
    logger: { ...silentLogger, warn: (about) => void said.push(JSON.stringify(about)) },
  })
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  fails = true
  const told = await refused(visitor)
  expect(told).toMatchObject({ code: 'identity-refused', fatal: true, reload: true })
  expect(JSON.stringify(told)).not.toContain('directory')
  const answer = await fetch(server.address)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain(
    '<pre style="white-space: pre-wrap">You may not see this page.</pre>',
  )
  expect(said.at(-1)).toContain('the directory is closed')
})

test('an authenticate that never answers is not waited for for ever, and a join goes on once it answers', {
  tags: ['A26', 'asked-at-each-join'],
}, async () => {
  let hangs = true
  const server = await start({
    authenticate: (request) => (hangs ? new Promise(() => {}) : userOf(request)),
    limits: { identityWait: 50 },
  })
  expect((await fetch(server.address)).status).toBe(503)
  hangs = false
  const visitor = await Visitor.open(server.address, '/', 'sid=a')
  hangs = true
  const line = await visitor.dial()
  line.send(visitor.hello())
  expect(await line.refusal()).toMatchObject({
    code: 'take-over-failed',
    owner: 'host',
  })
  hangs = false
  expect(await line.signal('welcome')).toMatchObject({ resumed: true })
})

test('an identityKey that gives no text, or throws, is a fault of the program that is told at the first paint', {
  tags: ['A26', 'other-login'],
}, async () => {
  const said: string[] = []
  const logger = {
    ...silentLogger,
    error: (about: object) => void said.push(JSON.stringify(about)),
  }
  const keys = [
    () => undefined,
    () => {
      throw new Error('no id')
    },
  ]
  for (const identityKey of keys) {
    const server = await start({ identityKey: identityKey as never, logger })
    const answer = await fetch(server.address, { headers: { cookie: 'sid=a' } })
    expect([answer.status, server.sessions]).toEqual([500, 0])
    expect((await fetch(server.address)).status).toBe(200)
  }
  expect(said[0]).toContain(
    'Expected a text that is not empty as the key of a login in identityKey',
  )
  expect(said[1]).toContain('no id')
})

test('while the store fails nobody joins by mistake, and a log-out still ends whoever is there', {
  tags: ['A26', 'revocable'],
}, async () => {
  const store = new FailingStore(memoryStore())
  const server = await start({ store })
  const [there, away] = [await live(server), await Visitor.open(server.address, '/', 'sid=a')]
  store.fail(new Error('the disk is full'), 'load', 'write')
  const line = await away.dial()
  line.send(away.hello())
  expect(await line.signal('error')).toMatchObject({ code: 'store-waits' })
  await expect(server.endSessions({ key: 'ada' })).rejects.toThrow('the disk is full')
  expect(await there.line!.refusal()).toMatchObject(OVER)
  store.mend()
  await server.endSessions({ key: 'ada' })
  expect(await line.refusal()).toMatchObject({ fatal: true, reload: true })
  expect(server.sessions).toBe(0)
})

test('a cookie with bytes that are no UTF-8, or none at all, reaches authenticate as it came', {
  tags: ['A26', 'asked-at-each-join'],
}, async () => {
  const asked: (string | null)[] = []
  const server = await start({
    authenticate: (request) => {
      asked.push(request.headers.get('cookie'))
      return null
    },
  })
  const status = await new Promise((resolve, reject) => {
    request(server.address, { headers: { cookie: 'sid=\xff\xfe=;;\x80' } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect([status, asked]).toEqual([200, ['sid=\xff\xfe=;;\x80']])
})
