/** Who may boot a container, and what everyone else gets: nothing. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type ContainerHost, createHost } from '../../playground/host/index.ts'
import { mint } from '../../playground/host/token.ts'
import { buildScripts } from './support/build-scripts.ts'
import { bootPage, get, readSettings } from './support/page.ts'

const SITE = 'http://site.test'
const SECRET = 'a secret for tests'

describe('who may ask the container host', () => {
  let host: ContainerHost
  let clock = Date.parse('2026-01-01T00:00:00Z')

  beforeAll(async () => {
    host = await createHost({
      port: 0,
      siteOrigins: [SITE, 'http://second.test'],
      secret: SECRET,
      scripts: await buildScripts(),
      warm: 0,
      now: () => clock,
    })
  })
  afterAll(() => host.close())

  const page = { token: () => host.mintToken(SITE), port: 0 }
  const headless = (token: string) => get(host.port, `/headless?version=1.6.4&client_id=${token}`)
  const policy = (csp: unknown) => /frame-ancestors ([^;]*)/.exec(String(csp))?.[1]

  test('a token of the site opens the page, framed by that origin alone', async () => {
    const { status, headers } = await headless(host.mintToken(SITE))
    expect(status).toBe(200)
    expect(policy(headers['content-security-policy'])).toBe(SITE)
    expect(headers).toMatchObject({
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    expect((await readSettings(host.port, host.mintToken(SITE))).parents).toEqual([SITE])
  })

  test.each([
    ['no token', () => ''],
    ['a token of another secret', () => mint(grant('token'), 'another secret')],
    ['a token that is over', () => mint({ ...grant('token'), until: clock - 1 }, SECRET)],
    ['a ticket in place of a token', () => mint(grant('ticket'), SECRET)],
    ['a token with a changed origin', () => changed(host.mintToken(SITE))],
    ['noise', () => '%00.%ff'],
  ])('%s gets a refusal with a sentence and no ticket', async (_, token) => {
    const { status, headers } = await headless(token())
    expect(status).toBe(403)
    expect(policy(headers['content-security-policy'])).toBe(`${SITE} http://second.test`)
    expect(await readSettings(host.port, token())).toEqual({
      parents: [SITE, 'http://second.test'],
      ticket: null,
      refusal:
        'Expected a valid token from this page, received none. Reload the page to get a new one.',
    })
  })

  test('another version of the client library is refused with the version to install', async () => {
    const { body } = await get(
      host.port,
      `/headless?version=1.7.0&client_id=${host.mintToken(SITE)}`,
    )
    expect(body).toContain('Expected @webcontainer/api 1.6.4 in the page, received 1.7.0')
  })

  test('no token is minted for an origin that is not the site', () => {
    expect(() => host.mintToken('http://evil.test')).toThrow(
      expect.objectContaining({
        code: 'token-refused',
        message: expect.stringContaining(
          '(http://site.test, http://second.test), received http://evil.test',
        ),
      }),
    )
  })

  test('a Host that someone pointed here (DNS rebinding) gets nothing', async () => {
    for (const name of ['evil.test', `evil.test:${host.port}`, 'localhost', '127.0.0.1:1'])
      for (const path of ['/headless', '/headless.js', '/api/sandbox', '/api/health'])
        expect((await get(host.port, path, { host: name })).status).toBe(421)
  })

  test('the socket takes its own page with a fresh ticket, and nobody else', async () => {
    const { ticket } = await readSettings(host.port, host.mintToken(SITE))
    const own = `http://localhost:${host.port}`
    const preview = `http://${'0'.repeat(32)}--3000.localhost:${host.port}`
    const attempt = (over: { origin?: string; ticket?: string | null; host?: string }) =>
      tryOpen(host.port, { origin: own, ticket, host: `localhost:${host.port}`, ...over })
    expect(await attempt({})).toBe('open')
    expect(await attempt({ origin: SITE })).toBe(403)
    expect(await attempt({ origin: 'http://evil.test' })).toBe(403)
    expect(await attempt({ origin: 'null' })).toBe(403)
    expect(await attempt({ origin: preview })).toBe(403)
    expect(await attempt({ ticket: null })).toBe(403)
    expect(await attempt({ ticket: host.mintToken(SITE) })).toBe(403)
    expect(await attempt({ host: 'evil.test', origin: 'http://evil.test' })).toBe(404)
    expect(await attempt({ host: new URL(preview).host, origin: preview })).toBe(404)
    clock += 24 * 3600 * 1000 + 1
    expect(await attempt({})).toBe(403)
  })

  test('what the sandbox is, is told to the site and to no other origin', async () => {
    const asked = async (origin: string) =>
      (await get(host.port, '/api/sandbox', { origin })).headers['access-control-allow-origin']
    expect(await asked(SITE)).toBe(SITE)
    expect(await asked('http://second.test')).toBe('http://second.test')
    expect(await asked('http://evil.test')).toBeUndefined()
    expect(await asked(`http://${'0'.repeat(32)}--3000.localhost:${host.port}`)).toBeUndefined()
    expect(JSON.parse((await get(host.port, '/api/sandbox')).body)).toEqual(host.sandbox)
  })

  test('the address of a preview carries 128 random bits, new for each container', async () => {
    const ids = new Set<string>()
    for (let count = 0; count < 2; count++) {
      const booted = await bootPage({ ...page, port: host.port })
      await booted.node('-e', 'require("http").createServer().listen(3000)')
      const { url = '' } = await booted.port(3000)
      ids.add(/^http:\/\/([0-9a-f]{32})--3000\./.exec(url)?.[1] ?? '')
      booted.close()
    }
    expect(ids.size).toBe(2)
    expect(ids.has('')).toBe(false)
  })

  test('frames that no page sends close the socket, and the host goes on', async () => {
    const { ticket } = await readSettings(host.port, host.mintToken(SITE))
    for (const message of [
      '',
      'noise',
      Buffer.alloc(9, 255),
      Buffer.from([0, 0, 0, 5, 4, 0, 0, 0, 1]),
    ]) {
      const socket = new WebSocket(
        `ws://127.0.0.1:${host.port}/api/container`,
        ['telar-container', ticket ?? ''],
        { origin: `http://127.0.0.1:${host.port}` },
      )
      socket.on('open', () => socket.send(message))
      const code = await new Promise((resolve) => socket.on('close', resolve))
      expect(code).toBe(1008)
    }
    expect((await get(host.port, '/api/health')).status).toBe(200)
  })

  test('a call that a page may not make is answered, and the container goes on', async () => {
    const booted = await bootPage({ ...page, port: host.port })
    await expect(booted.call({ method: 'greet' })).rejects.toThrow('received "greet".')
    await expect(booted.call({ method: 'noSuch' } as never)).rejects.toThrow('received "noSuch".')
    await expect(
      booted.call({ method: 'readFile', path: 7, encoding: null } as never),
    ).rejects.toThrow('EINVAL: expected a path without zero bytes, received number')
    expect((await booted.run("console.log('on')")).output).toBe('on\n')
    booted.close()
  })

  test('a call to a container that has ended is answered with why', async () => {
    const booted = await bootPage({ ...page, port: host.port })
    await booted.node('-e', 'process.kill(process.ppid, "SIGKILL")').catch(() => {})
    const { message } = await booted.ended
    await expect(booted.call({ method: 'readdir', path: '.' })).rejects.toThrow(message)
    booted.close()
  })

  test('a taken port is a sentence with what to do', async () => {
    await expect(
      createHost({
        port: host.port,
        siteOrigins: [SITE],
        secret: SECRET,
        scripts: await buildScripts(),
      }),
    ).rejects.toThrow(`received 127.0.0.1:${host.port}, which another program uses`)
  })

  const grant = (use: 'token' | 'ticket') => ({
    use,
    origin: SITE,
    visitor: 'ada',
    until: clock + 60_000,
  })
})

/** The same signature over another origin. */
function changed(token: string): string {
  const [body = '', signature] = token.split('.')
  const text = Buffer.from(body, 'base64url').toString('utf8')
  const other = text.replace('http://site.test', 'http://evil.test')
  return `${Buffer.from(other).toString('base64url')}.${signature}`
}

function tryOpen(
  port: number,
  ask: { origin: string; ticket: string | null; host: string },
): Promise<'open' | number> {
  const protocols = ask.ticket ? ['telar-container', ask.ticket] : ['telar-container']
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/container`, protocols, {
    origin: ask.origin,
    headers: { host: ask.host },
  })
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}
