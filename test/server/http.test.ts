/** Pages over HTTP: documents, headers, paths, parameters, the client, and what is refused. */
import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, type Page, page } from '../../engine/index.ts'
import {
  createHandler,
  type LiveServer,
  type ServeOptions,
  ServerError,
  serve,
  silentLogger,
} from '../../engine/server/index.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { Counter, counterPage, Path } from './support/pages.ts'

const LONG = 'x'.repeat(2_000)

class Long extends LiveComponent {
  getTemplate() {
    return html`<p>${LONG}</p>`
  }
}

class Failing extends LiveComponent {
  getTemplate(): never {
    throw new Error('the <secret> of the house')
  }
}

const needsNumber: Page['params'] = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) =>
      /^\d+$/.test((value as { id: string }).id)
        ? { value }
        : { issues: [{ message: 'Expected a number', path: ['id'] }] },
  },
}

const pages: Page[] = [
  page('/', Counter, {
    title: 'A <counter>',
    lang: 'es',
    head: '<meta name="robots" content="none">',
    css: 'p { color: red } /* </style><script>alert(1)</script> */',
  }),
  page('/rooms/:id', Path, { params: needsNumber }),
  page('/rooms/new', Path),
  page('/long', Long),
  page('/private', Path, {
    authenticate: ({ headers }) => {
      if (headers.get('authorization') !== 'ada') throw new Error('who?')
      return { name: 'Ada' }
    },
  }),
  page('/failing', Failing),
  page('/failing/debug', Failing, { debug: true, frameAncestors: 'https://site.example' }),
  page('/scripted', Path, { allowScript: true }),
]

const running: { close(): Promise<void> }[] = []
const start = async (options: Partial<ServeOptions> = {}): Promise<LiveServer> => {
  const server = await serve({ pages, port: 0, logger: silentLogger, ...options })
  running.push(server)
  return server
}

let server: LiveServer

beforeAll(async () => {
  await ensureClient()
  server = await start()
})
afterAll(() => Promise.all(running.map((one) => one.close())))

const get = (path: string, init?: RequestInit) => fetch(server.address + path, init)

test('a page is a whole document, complete before any script runs', { tags: ['A5'] }, async () => {
  const { document } = new JSDOM(await (await get('/')).text()).window
  expect(document.doctype!.name).toBe('html')
  expect(document.documentElement.lang).toBe('es')
  expect(document.title).toBe('A <counter>')
  expect(document.querySelector('meta[name=robots]')).not.toBeNull()
  expect(document.querySelector('button')!.textContent).toBe('0')
  const scripts = [...document.querySelectorAll('script')].map(({ type, src }) => [
    type,
    src !== '',
  ])
  expect(scripts).toEqual([
    ['', false],
    ['application/json', false],
    ['module', true],
  ])
})

test('a page’s headers keep scripts to its own origin', { tags: ['A5', 'A17'] }, async () => {
  const { status, headers } = await get('/')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  const policy = headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'self';")
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}=';/)
  expect(policy).toMatch(/style-src 'self' 'sha256-[\w+/]{43}='/)
  expect(policy).toContain("object-src 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toContain("'unsafe-eval'")
})

test('only a page that allows scripts of drivers has a policy that does', {
  tags: ['A17'],
}, async () => {
  const policy = (await get('/scripted')).headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'")
  expect((await get('/rooms/7')).headers.get('content-security-policy')).not.toContain(
    "wasm-unsafe-eval' 'unsafe-inline'",
  )
})

test.each([
  ['/rooms/7', '/rooms/7 {"id":"7"} en null'],
  ['/rooms/7/', '/rooms/7/ {"id":"7"} en null'],
  ['/rooms/7?id=8&q=a%20b', '/rooms/7 {"id":"7","q":"a b"} en null'],
  ['/rooms/new', '/rooms/new {} en null'],
])('the path %s gives its parameters', { tags: ['A5', 'path-prefix'] }, async (path, text) => {
  const { document } = new JSDOM(await (await get(path)).text()).window
  expect(document.querySelector('p')!.textContent).toBe(text)
})

test('the visitor’s first language is the session’s locale', { tags: ['A5'] }, async () => {
  const text = await (
    await get('/rooms/7', { headers: { 'accept-language': 'es-MX,en;q=0.8' } })
  ).text()
  expect(new JSDOM(text).window.document.querySelector('p')!.textContent).toContain(' es-MX ')
})

test('parameters are checked before anything runs', { tags: ['A17'] }, async () => {
  const response = await get('/rooms/seven')
  expect([response.status, await response.text()]).toEqual([
    400,
    expect.stringContaining('id: Expected a number'),
  ])
})

test('who may not see a page gets 403, who may is the session’s identity', {
  tags: ['A17'],
}, async () => {
  expect((await get('/private')).status).toBe(403)
  const seen = await (await get('/private', { headers: { authorization: 'ada' } })).text()
  expect(new JSDOM(seen).window.document.querySelector('p')!.textContent).toContain(
    '{"name":"Ada"}',
  )
})

test('authenticate reads the request as the web has it: its address, its method, its cookies', {
  tags: ['A17'],
}, async () => {
  const asked: Request[] = []
  const see = (request: Request) => void asked.push(request)
  const server = await start({ pages: [page('/rooms/:id', Path, { authenticate: see })] })
  const headers = { cookie: 'a=1; b=2', 'accept-language': 'es' }
  await fetch(`${server.address}/rooms/7?tab=%C3%A9`, { headers })
  await fetch(`${server.address}/rooms/8`, { method: 'HEAD' })
  expect(asked.map((it) => [it instanceof Request, it.method, it.url])).toEqual([
    [true, 'GET', `${server.address}/rooms/7?tab=%C3%A9`],
    [true, 'HEAD', `${server.address}/rooms/8`],
  ])
  expect(asked[0]!.headers.get('cookie')).toBe('a=1; b=2')
  expect((await fetch(`${server.address}/rooms/9`, { method: 'PATCH' })).status).toBe(405)
  expect(asked).toHaveLength(2)
})

test('HEAD answers like GET, without the document', { tags: ['A5'] }, async () => {
  const response = await get('/', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(500)
  expect(await response.text()).toBe('')
})

test('other methods are refused with what is taken', { tags: ['A5'] }, async () => {
  const response = await get('/', { method: 'DELETE' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('what is not served is answered with what is', { tags: ['A5'] }, async () => {
  const response = await get('/nowhere')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Nothing is served at /nowhere. Pages: /, /rooms/:id')
})

test('a document is compressed for whoever takes it', { tags: ['A5'] }, async () => {
  const body = await new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve) => {
    const headers = { 'accept-encoding': 'gzip' }
    httpRequest(`${server.address}/long`, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
      )
    }).end()
  })
  expect(body.encoding).toBe('gzip')
  expect(body.bytes.length).toBeLessThan(LONG.length)
  expect(gunzipSync(body.bytes).toString()).toContain(LONG)
})

test.each([
  ['gzip', 'gzipped'],
  ['GZIP', 'gzipped'],
  ['x-gzip', 'gzipped'],
  ['br, *', 'gzipped'],
  ['br;q=1.0, gzip;q=0.1', 'gzipped'],
  ['br', 'plain'],
  ['notgzip', 'plain'],
  ['gzip;q=0', 'plain'],
  ['gzip; Q=0.000, *', 'plain'],
  ['br, *;q=0', 'plain'],
  ['', 'plain'],
])(
  'a browser that accepts the encodings “%s” gets documents and the client %s',
  { tags: ['A5'] },
  async (accepted, form) => {
    const [, client] = /<script type="module" src="([^"]+)"/.exec(await (await get('/')).text())!
    for (const path of ['/long', client]) {
      const request = httpRequest(`${server.address}${path}`, {
        headers: { 'accept-encoding': accepted },
      }).end()
      const [response] = await once(request, 'response')
      expect(response.headers['content-encoding'] === 'gzip' ? 'gzipped' : 'plain').toBe(form)
      expect(response.headers.vary).toBe('accept-encoding')
      response.resume()
    }
  },
)

test('the client has a name of its content and is kept for ever', { tags: ['A5'] }, async () => {
  const [, src] = /<script type="module" src="([^"]+)"/.exec(await (await get('/')).text())!
  const response = await get(src!)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await response.text()).length).toBeGreaterThan(1_000)
})

test('a client of another version is told to reload', { tags: ['A19'] }, async () => {
  const response = await get('/_telar/0000000000/client.js')
  expect([response.status, await response.text()]).toEqual([
    404,
    'This file belongs to another version of the server. Reload the page.',
  ])
})

test.each(['/_telar/../package.json', '/_telar/%2e%2e/server.js', '/_telar/'])(
  'no other file is handed out at %s',
  { tags: ['A17'] },
  async (path) => {
    expect(await rawStatus(server, `GET ${path} HTTP/1.1`)).toMatch(/^HTTP\/1.1 404/)
  },
)

test.each([
  'GET // HTTP/1.1',
  'GET /%E0%A4%A HTTP/1.1',
  'GET http://[ HTTP/1.1',
  'OPTIONS * HTTP/1.1',
])('%s is answered, and the server goes on', { tags: ['A17'] }, async (line) => {
  expect(await rawStatus(server, line)).toMatch(/^HTTP\/1.1 4\d\d/)
  expect((await get('/')).status).toBe(200)
})

test.each(['//', '/elsewhere', 'http://[', '/_telar/ws/x'])(
  'an upgrade at %s is answered, and the server goes on',
  { tags: ['A17'] },
  async (path) => {
    const status = await rawStatus(
      server,
      `GET ${path} HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==`,
    )
    expect(status).toMatch(/^HTTP\/1.1 (400|404)/)
    expect((await get('/')).status).toBe(200)
  },
)

test('a page that fails says nothing of why to a visitor', { tags: ['A17'] }, async () => {
  const response = await get('/failing')
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain('Something went wrong on the server.')
  expect(text).not.toContain('secret')
})

test('a page for development says why, escaped, where it may be framed', {
  tags: ['A17', 'B7'],
}, async () => {
  const response = await get('/failing/debug')
  expect(response.headers.get('content-security-policy')).toContain(
    'frame-ancestors https://site.example',
  )
  expect(await response.text()).toContain('the &lt;secret&gt; of the house')
})

test('pages stand below a prefix, and nothing beside it', {
  tags: ['A5', 'path-prefix'],
}, async () => {
  const below = await start({ prefix: '/examples/', pages: [counterPage, page('/path', Path)] })
  expect((await fetch(`${below.address}/`)).status).toBe(404)
  expect((await fetch(`${below.address}/examplesque`)).status).toBe(404)
  expect((await fetch(`${below.address}/examples`)).status).toBe(200)
  const visitor = await Visitor.open(below.address, '/examples/')
  expect(visitor.config.ws).toBe('/examples/_telar/ws')
  const [, src] = /<script type="module" src="([^"]+)"/.exec(visitor.markup)!
  expect((await fetch(below.address + src)).status).toBe(200)
  expect(await visitor.join()).toMatchObject({ resumed: true })
  await visitor.clicked()
  await visitor.line!.close()
})

test('inside another server the engine answers its own and leaves the rest alone', {
  tags: ['A5'],
}, async () => {
  const live = createHandler({ pages: [counterPage], prefix: '/live', logger: silentLogger })
  const outer = createServer(async (request, response) => {
    if (!(await live.handle(request, response))) response.end('the outer server')
  })
  live.attach(outer)
  outer.on('upgrade', (request, socket) => {
    if (request.url === '/own') socket.end('HTTP/1.1 418 Teapot\r\n\r\n')
  })
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve))
  const { port } = outer.address() as AddressInfo
  running.push({
    async close() {
      await live.drain()
      outer.closeAllConnections()
      await new Promise((resolve) => outer.close(resolve))
    },
  })
  const address = `http://127.0.0.1:${port}`
  expect(await (await fetch(`${address}/other`)).text()).toBe('the outer server')
  const visitor = await Visitor.open(address, '/live')
  expect(await visitor.join()).toMatchObject({ resumed: true })
  await visitor.line!.close()
  expect(
    await rawStatus({ port }, 'GET /own HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade'),
  ).toBe('HTTP/1.1 418 Teapot')
})

test('a taken port is named, with what to do', { tags: ['A5'] }, async () => {
  const error = await serve({ pages, port: server.port, logger: silentLogger }).then(
    () => undefined,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(ServerError)
  expect(error).toMatchObject({
    code: 'port-taken',
    message: expect.stringContaining(`received ${server.port}`),
  })
})

test.each<[string, string, () => unknown, string]>([
  ['pages-missing', 'no pages', () => createHandler({ pages: [] }), 'received an empty list'],
  ['pages-missing', 'nothing at all', () => createHandler({} as never), 'received nothing'],
  [
    'path-twice',
    'one path twice',
    () => createHandler({ pages: [counterPage, counterPage] }),
    'received / twice',
  ],
])('%s: %s is refused', { tags: ['A5'] }, (code, _, act, sentence) => {
  expect(act).toThrow(expect.objectContaining({ code, message: expect.stringContaining(sentence) }))
})

test('a page without a path or without a component is refused', { tags: ['A5'] }, () => {
  expect(() => page('rooms', Counter)).toThrow('received "rooms"')
  expect(() => page('/', undefined as never)).toThrow('received nothing (undefined)')
})

test('health says how many sessions are held', { tags: ['A18'] }, async () => {
  const fresh = await start()
  expect(await (await fetch(`${fresh.address}/_telar/health`)).json()).toEqual({
    status: 'ok',
    sessions: 0,
  })
  await fetch(fresh.address)
  expect(fresh.sessions).toBe(1)
})

/** The first line of the answer to a request that no client would send. */
function rawStatus({ port }: { port: number }, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${line}\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    })
    socket.setTimeout(5_000, () => socket.destroy(new Error(`No answer to ${line}`)))
    socket.on('data', (chunk) => {
      text += chunk
      if (text.includes('\r\n')) socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(text.split('\r\n')[0]!))
  })
}
