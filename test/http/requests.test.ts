/** What no request may be, whichever of our servers it is sent to, written by hand on a socket. */
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { createHandler, serve, silentLogger } from '../../engine/server/index.ts'
import { createHost } from '../../playground/host/index.ts'
import { buildScripts } from '../host/support/build-scripts.ts'
import { bootPage } from '../host/support/page.ts'
import { ensureClient } from '../server/support/client-built.ts'

class Hello extends LiveComponent {
  getTemplate() {
    return html`<p>Hello</p>`
  }
}

const SITE = 'http://site.test'
const closing: (() => unknown)[] = []
/** Name of a server → its port and the name it is asked by. */
const servers = new Map<string, { port: number; host: string }>()
const failures: unknown[] = []
const note = (error: unknown) => failures.push(error)

beforeAll(async () => {
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  await ensureClient()
  const live = await serve({ pages: [page('/', Hello)], port: 0, logger: silentLogger })
  closing.push(() => live.close())
  servers.set('serve()', { port: live.port, host: `localhost:${live.port}` })

  const host = await createHost({
    port: 0,
    siteOrigins: [SITE],
    secret: 'a secret for tests',
    scripts: await buildScripts(),
    warm: 0,
  })
  closing.push(() => host.close())
  servers.set('the container host', { port: host.port, host: `localhost:${host.port}` })

  const booted = await bootPage({ port: host.port, token: () => host.mintToken(SITE) })
  await booted.write(
    'serve.mjs',
    `import { createServer } from 'node:http'
     createServer((_, response) => response.end('inside')).listen(3000)`,
  )
  await booted.node('serve.mjs')
  const { url = '' } = await booted.port(3000)
  closing.unshift(() => booted.close())
  servers.set('a preview', { port: host.port, host: new URL(url).host })
})
afterAll(async () => {
  for (const close of closing) await close()
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
})

const MALFORMED = [
  '//',
  '///',
  '//evil.test/',
  '/\\evil.test',
  'http://[',
  'http://',
  'http://evil.test/',
  'https://user:pass@evil.test/path',
  'javascript:alert(1)',
  '*',
  '?',
  'path',
  '/a#b',
  '/%',
  '/%E0%A4%A',
  '/%ff',
  '/a/%c3%28/b',
  '/a\0b',
  '/a\u0001',
  '/a\u007f',
  '',
]
const names = ['serve()', 'the container host', 'a preview']

describe.each(names)('%s', (name) => {
  const ask = (lines: string[]) => {
    const { port, host } = servers.get(name)!
    return statusOf(port, lines.map((line) => line.replace('HOST', host)).join('\r\n'))
  }
  const alive = async () => {
    expect(await ask(['GET / HTTP/1.1', 'Host: HOST', 'Connection: close', '', ''])).toMatch(
      /^(200|404)$/,
    )
    expect(failures).toEqual([])
  }

  test.each(MALFORMED)('a request for %j is answered with 4xx', async (target) => {
    expect(await ask([`GET ${target} HTTP/1.1`, 'Host: HOST', '', ''])).toMatch(/^4\d\d$/)
    await alive()
  })

  test.each(MALFORMED)('an upgrade at %j is answered with 4xx', async (target) => {
    const upgrade = [
      `GET ${target} HTTP/1.1`,
      'Host: HOST',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ]
    expect(await ask(upgrade)).toMatch(/^4\d\d$/)
    await alive()
  })

  test.each([
    ['CONNECT evil.test:443 HTTP/1.1', 'Host: HOST'],
    ['CONNECT / HTTP/1.1', 'Host: HOST'],
    ['CONNECT [ HTTP/1.1', 'Host: HOST'],
    ['OPTIONS * HTTP/1.1', 'Host: HOST'],
    ['POST // HTTP/1.1', 'Host: HOST', 'Expect: 100-continue', 'Content-Length: 3'],
    ['POST // HTTP/1.1', 'Host: HOST', 'Expect: something', 'Content-Length: 3'],
    ['GET / HTTP/9.9', 'Host: HOST'],
    ['GET / HTTP/1.1', 'Host: HOST', 'Host: HOST', 'Content-Length: 1', 'Content-Length: 2'],
    ['GET / HTTP/1.1'],
    ['noise'],
    ['GET / HTTP/1.1', 'Host: //['],
    ['GET / HTTP/1.1', 'Host: user@HOST'],
  ])('%j is answered with 4xx', async (...lines) => {
    expect(await ask([...lines, '', ''])).toMatch(/^(4\d\d|505)$/)
    await alive()
  })

  test('no request line of random bytes ends the process or goes without an answer', async () => {
    const next = randomNumbers(20)
    const pieces = [
      '/',
      '//',
      '\\',
      '%',
      '%zz',
      '[',
      ']',
      '@',
      ':',
      '?',
      '#',
      '*',
      '..',
      'a',
      '\0',
      '\x80',
      '\xff',
      ' ',
      'http:',
      'é',
    ]
    const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE', 'get', 'PRI']
    for (let round = 0; round < 150; round++) {
      const target = Array.from({ length: 1 + (next() % 6) }, () => pieces[next() % pieces.length])
      const line = `${methods[next() % methods.length]} ${target.join('')} HTTP/1.${next() % 2}`
      const extra =
        next() % 2 ? ['Connection: Upgrade', 'Upgrade: websocket'] : ['Connection: close']
      expect(await ask([line, 'Host: HOST', ...extra, '', '']), line).toMatch(/^[1-5]\d\d$/)
    }
    await alive()
  })
})

describe('names that a server answers to (DNS rebinding)', () => {
  const asked = (port: number, host: string) =>
    statusOf(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  const started = async (options: { hosts?: string[] }) => {
    const server = await serve({
      pages: [page('/', Hello)],
      port: 0,
      logger: silentLogger,
      ...options,
    })
    closing.push(() => server.close())
    return server.port
  }

  test.each([
    'localhost',
    'localhost:1',
    'LOCALHOST.',
    '127.0.0.1',
    '[::1]:80',
    'a.localhost',
    '192.168.1.5',
  ])('one that nobody else can point here is answered: %s', async (host) => {
    expect(await asked(await started({}), host)).toBe('200')
  })

  test.each([
    'evil.test',
    'evil.test:3000',
    'localhost.evil.test',
    '127.0.0.1.evil.test',
    'telar.example@evil.test',
    '[evil]',
    '1.2.3',
    '',
  ])('a name of somebody else is refused, for pages and sockets: %j', async (host) => {
    const port = await started({ hosts: ['telar.example'] })
    expect(await asked(port, host)).toMatch(/^4(21|00)$/)
    const upgrade = `GET /_telar/ws HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`
    expect(await statusOf(port, upgrade)).toMatch(/^4(21|00)$/)
  })

  test.each(['telar.example', 'TELAR.example:443', 'telar.example.', 'localhost'])(
    'a name in "hosts" is answered, on any port: %s',
    async (host) => {
      expect(await asked(await started({ hosts: ['telar.example'] }), host)).toBe('200')
    },
  )

  test('"*" in "hosts" stands for every name', async () => {
    expect(await asked(await started({ hosts: ['*'] }), 'anything.test')).toBe('200')
  })

  test.each(['localhost:99999', 'a b', 'a<b', '[::1', '999.1.2.3'])(
    '"*" stands for no name that no address can have: %s',
    async (host) => {
      expect(await asked(await started({ hosts: ['*'] }), host)).toMatch(/^4(21|00)$/)
    },
  )

  test('the sentence says which name came and what to do', async () => {
    const port = await started({})
    const answer = await answerOf(
      port,
      'GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toContain(
      'Expected a name of this server as Host, received "evil.test". If it is one, add it to the option "hosts" or to TELAR_HOSTS.',
    )
  })

  test('live pages inside another server refuse it themselves, and leave other paths alone', async () => {
    const live = createHandler({ pages: [page('/', Hello)], prefix: '/live', logger: silentLogger })
    const server = createServer(async (request, response) => {
      if (!(await live.handle(request, response))) response.writeHead(204).end()
    })
    live.attach(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(
      () => live.drain(),
      () => server.close(),
    )
    const { port } = server.address() as AddressInfo
    const at = (path: string, host: string, more = '') =>
      statusOf(
        port,
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more || 'Connection: close\r\n'}\r\n`,
      )
    expect(await at('/live', 'localhost')).toBe('200')
    expect(await at('/live', 'evil.test')).toBe('421')
    expect(await at('/other', 'evil.test')).toBe('204')
    expect(
      await at(
        '/live/_telar/ws',
        'evil.test',
        'Origin: http://evil.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
      ),
    ).toBe('421')
  })
})

const statusOf = async (port: number, text: string) =>
  /^HTTP\/1\.[01] (\d{3})/.exec(await answerOf(port, text))?.[1] ?? 'no answer'

/** Everything that is answered before the server closes, or its head where it does not. */
function answerOf(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      answer = (answer + part).replace('HTTP/1.1 100 Continue\r\n\r\n', '')
      if (answer.includes('\r\n\r\n')) socket.end()
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.write(Buffer.from(text, 'latin1'))
  })
}

/** Numbers that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}
