/** The preview proxy: HTTP and WebSocket through a container's tunnel, bounded and never fatal. */

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type ContainerHost, createHost } from '../../playground/host/index.ts'
import { buildScripts } from './support/build-scripts.ts'
import { bootPage, get, type Page } from './support/page.ts'
import { PATIENT } from './support/patient.ts'

const SITE = 'http://site.test'

/** A server with a WebSocket echo by hand, since a container has Node and nothing else. */
const SERVER = `
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
const server = createServer(async (request, response) => {
  const { url, method, headers } = request
  if (url === '/echo') {
    const parts = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts)
    response.setHeader('x-size', body.length)
    return response.end(createHash('sha256').update(body).digest('hex'))
  }
  if (url === '/big') return response.end(Buffer.alloc(5 << 20, 7))
  if (url === '/stream') {
    response.setHeader('content-type', 'text/event-stream')
    response.write('data: one\\n\\n')
    request.socket.on('close', () => console.log('the reader left'))
    return
  }
  if (url === '/flood') {
    let written = 0
    const chunk = Buffer.alloc(64 * 1024)
    const more = () => {
      while (response.write(chunk)) written += chunk.length
      written += chunk.length
      response.once('drain', more)
    }
    more()
    return setInterval(() => console.log('flood', written), 100)
  }
  if (url === '/cookies') {
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    response.statusCode = 418
    return response.end()
  }
  if (url === '/cut') return request.socket.destroy()
  if (url === '/page') {
    response.setHeader('content-type', 'text/html')
    return response.end('<!doctype html><html><head><title>t</title></head></html>')
  }
  response.end(JSON.stringify({ url, method, host: headers.host, origin: headers.origin, forwarded: headers['x-forwarded-host'], encoding: headers['accept-encoding'] }))
})
server.on('upgrade', (request, socket) => {
  if (request.url === '/refused') return socket.end('HTTP/1.1 401 Unauthorized\\r\\ncontent-length: 2\\r\\n\\r\\nno')
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64')
  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nupgrade: websocket\\r\\nconnection: Upgrade\\r\\nsec-websocket-accept: ' + accept + '\\r\\n' + (request.headers['sec-websocket-protocol'] ? 'sec-websocket-protocol: ' + request.headers['sec-websocket-protocol'] + '\\r\\n' : '') + '\\r\\n')
  socket.on('data', (frame) => {
    // One short masked frame: sent back unmasked.
    const length = frame[1] & 127
    const mask = frame.subarray(2, 6)
    const text = frame.subarray(6, 6 + length).map((byte, index) => byte ^ mask[index % 4])
    if ((frame[0] & 15) === 8) return socket.end(Buffer.from([0x88, 0]))
    socket.write(Buffer.concat([Buffer.from([frame[0], length]), text]))
  })
  socket.on('error', () => {})
  socket.on('close', () => console.log('the socket closed'))
})
server.listen(3000)
`

describe('the preview proxy', () => {
  let host: ContainerHost
  let page: Page
  let server: Awaited<ReturnType<Page['node']>>
  let name: string

  beforeAll(async () => {
    host = await createHost({
      port: 0,
      siteOrigins: [SITE],
      secret: 'a secret for tests',
      scripts: await buildScripts(),
      limits: { tunnels: 8 },
    })
    page = await bootPage({ port: host.port, token: () => host.mintToken(SITE) })
    await page.write('server.mjs', SERVER)
    server = await page.node('server.mjs')
    name = new URL((await page.port(3000)).url ?? '').host
  })
  afterAll(async () => {
    page.close()
    await host.close()
  })

  const visit = (path: string, headers: Record<string, string> = {}, body?: string | Buffer) =>
    get(host.port, path, { host: name, ...headers }, body)

  test('a request arrives as the browser sent it, and may be framed by an isolated page', async () => {
    const { status, headers, body } = await visit('/a?b=c', { origin: `http://${name}` })
    expect({ status, ...JSON.parse(body) }).toEqual({
      status: 200,
      url: '/a?b=c',
      method: 'GET',
      host: name,
      origin: `http://${name}`,
      forwarded: name,
    })
    expect(headers).toMatchObject({
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })

  test('status and repeated headers pass', async () => {
    const { status, headers } = await visit('/cookies')
    expect({ status, cookies: headers['set-cookie'] }).toEqual({
      status: 418,
      cookies: ['a=1', 'b=2'],
    })
  })

  test('five megabytes pass both ways, past the window of a tunnel', async () => {
    const sent = Buffer.alloc(5 << 20, 3)
    const { headers, body } = await visit('/echo', {}, sent)
    expect({ size: headers['x-size'], body }).toEqual({
      size: String(5 << 20),
      body: createHash('sha256').update(sent).digest('hex'),
    })
    expect((await visit('/big')).body.length).toBe(5 << 20)
  })

  test('a stream arrives while it is open, and the server hears when its reader leaves', async () => {
    const asked = request({
      host: '127.0.0.1',
      port: host.port,
      path: '/stream',
      headers: { host: name },
    })
    asked.end()
    const [answer] = await once(asked, 'response')
    const [first] = await once(answer, 'data')
    expect(String(first)).toBe('data: one\n\n')
    asked.on('error', () => {})
    asked.destroy()
    await server.says('the reader left')
  })

  test('a reader that stalls stops the server after a bounded number of bytes', async () => {
    const socket = connect(host.port, '127.0.0.1')
    socket.write(`GET /flood HTTP/1.1\r\nhost: ${name}\r\n\r\n`)
    socket.pause()
    const written = () => [...server.output().matchAll(/flood (\d+)/g)].map((it) => Number(it[1]))
    await expect
      .poll(() => written().length > 3 && written().at(-1) === written().at(-3), PATIENT)
      .toBe(true)
    expect(written().at(-1)).toBeLessThan(24 * 1024 * 1024)
    socket.destroy()
    expect((await visit('/')).status).toBe(200)
  })

  test('a WebSocket passes: protocol, messages, close', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/live`, ['lv1'], {
      headers: { host: name },
      perMessageDeflate: false,
    })
    await once(socket, 'open')
    expect(socket.protocol).toBe('lv1')
    socket.send('ping')
    expect(String((await once(socket, 'message'))[0])).toBe('ping')
    socket.close()
    await once(socket, 'close')
    await server.says('the socket closed')
  })

  test('a WebSocket that the server refuses is refused as it says', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/refused`, { headers: { host: name } })
    socket.on('error', () => {})
    const [, answer] = await once(socket, 'unexpected-response')
    expect(answer.statusCode).toBe(401)
    socket.terminate()
  })

  test('a socket torn off in the middle ends its tunnel and nothing else', async () => {
    for (let count = 0; count < 20; count++) {
      const socket = connect(host.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(
        `GET /live HTTP/1.1\r\nhost: ${name}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      )
      await once(socket, 'data')
      socket.resetAndDestroy()
    }
    await expect.poll(async () => (await visit('/')).status, PATIENT).toBe(200)
  })

  test('where nothing listens a page says so', async () => {
    const { status, headers, body } = await get(host.port, '/', {
      host: name.replace('--3000.', '--3999.'),
    })
    expect(status).toBe(502)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('<h1>Nothing answers on port 3999</h1>')
  })

  test('a server that hangs up before it answers gets the same page', async () => {
    expect((await visit('/cut')).status).toBe(502)
  })

  test('an unknown container gets a page that says it has ended', async () => {
    const { status, body } = await get(host.port, '/', {
      host: name.replace(/^[0-9a-f]{32}/, '0'.repeat(32)),
    })
    expect(status).toBe(404)
    expect(body).toContain('<h1>This container has ended</h1>')
  })

  test('more connections than a container may have are refused, and go again when some end', async () => {
    const sockets = Array.from({ length: 8 }, () => {
      const socket = connect(host.port, '127.0.0.1')
      socket.write(`GET /stream HTTP/1.1\r\nhost: ${name}\r\n\r\n`)
      return socket
    })
    await Promise.all(sockets.map((socket) => once(socket, 'data')))
    expect((await visit('/')).status).toBe(502)
    for (const socket of sockets) socket.destroy()
    await expect.poll(async () => (await visit('/')).status, PATIENT).toBe(200)
  })

  test('the host’s own addresses are not at a preview’s origin', async () => {
    for (const path of ['/headless', '/headless.js', '/api/sandbox'])
      expect(JSON.parse((await visit(path)).body)).toMatchObject({ url: path, host: name })
  })

  test('a preview script stands first in the head of HTML, and nowhere else', async () => {
    const script = 'console.log("</script>")'
    await page.call({ method: 'setPreviewScript', script, options: { type: 'module' } })
    expect((await visit('/page', { 'accept-encoding': 'gzip' })).body).toBe(
      '<!doctype html><html><head><script type="module">console.log("<\\/script>")</script><title>t</title></head></html>',
    )
    expect(JSON.parse((await visit('/', { 'accept-encoding': 'gzip' })).body)).toMatchObject({
      url: '/',
    })
  })

  test('when the container ends, its previews say so and open sockets close', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/live`, {
      headers: { host: name },
    })
    await once(socket, 'open')
    const closed = once(socket, 'close')
    page.close()
    await closed
    await expect.poll(async () => (await visit('/')).status, PATIENT).toBe(404)
  })
})
