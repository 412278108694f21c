/** The server as a program: its address, a taken port, a clean end. */
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect } from '@playwright/test'
import { freePair, occupy, programFolder, type Sites, test } from './site-process.ts'

test('the site serves at the port it is told, its host at the next, and a signal ends both cleanly', async ({
  sites,
}) => {
  const { port, child, ended } = await sites.start()
  expect((await fetch(`http://127.0.0.1:${port}/learn`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port + 1}/api/health`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('who comes as soon as the port opens waits until everything stands, and is answered', async ({
  sites,
}) => {
  const { port } = sites.launch(await freePair())
  const early = async (): Promise<number> => {
    while (true) {
      try {
        return (
          await fetch(`http://127.0.0.1:${port}/learn`, { signal: AbortSignal.timeout(30_000) })
        ).status
      } catch (error) {
        if (!/ECONNREFUSED/.test(String((error as Error).cause))) throw error
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
  }
  expect(await early()).toBe(200)
})

/** Starts a site whose own port, or that of its host, is held by somebody; gives its ports and last words. */
async function startAtTaken(sites: Sites, which: 'site' | 'host') {
  for (;;) {
    const port = await freePair()
    const holder = await occupy(which === 'site' ? port : port + 1)
    if (!holder) continue
    const { ended, said } = sites.launch(port)
    const end = await ended
    await holder.free()
    return { port, end, said: said() }
  }
}

test('a taken port is a sentence with what to do, not a stack', async ({ sites }) => {
  const { port, end, said } = await startAtTaken(sites, 'site')
  expect(end).toEqual([1, null])
  expect(said).toContain(
    `received ${port}, which another program uses. Choose another, for example PORT=`,
  )
  expect(said).not.toContain('    at ')
})

test('a taken port of the container host is a sentence too', async ({ sites }) => {
  const { port, end, said } = await startAtTaken(sites, 'host')
  expect(end).toEqual([1, null])
  expect(said).toContain(`received 127.0.0.1:${port + 1}, which another program uses`)
  expect(said).not.toContain('    at ')
})

// As systems say it that forbid user namespaces.
const REFUSES = '#!/bin/sh\necho "bwrap: No permissions to create a new namespace" >&2\nexit 1\n'

for (const [bwrap, programs, reason] of [
  [
    'refused',
    { bwrap: REFUSES },
    "bubblewrap can't make a sandbox here: bwrap: No permissions to create a new",
  ],
  ['absent', {}, 'bubblewrap is not installed. On Debian: apt-get install bubblewrap'],
] as const)
  test(`where bubblewrap is ${bwrap} the server says so as it starts, and what runs then`, async ({
    sites,
  }) => {
    const { said } = await sites.start({ PATH: programFolder(programs) })
    expect(said()).toContain('code from links is refused')
    expect(said()).toContain(reason)
  })

test('a token for containers is given to a page of the site and to nobody who came by another name', async ({
  sites,
}) => {
  const { port } = await sites.start()
  const ask = async (host: string) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path: '/telar-config.json',
      headers: { host },
    })
    asked.end()
    const [answer] = await once(asked, 'response')
    answer.resume()
    return answer.statusCode
  }
  expect(await ask(`localhost:${port}`)).toBe(200)
  expect(await ask(`127.0.0.1:${port}`)).toBe(200)
  expect(await ask(`evil.example:${port}`)).toBe(421)
})

test('a malformed request, or one for another name, is answered with 4xx by the site, also while it starts', async ({
  sites,
}) => {
  const port = await freePair()
  const site = sites.launch(port)
  const status = (line: string, host = `localhost:${port}`) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.setEncoding('latin1')
      socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      socket.once('data', (head: string) => resolve(head.slice(9, 12)))
      socket.once('error', () => resolve('closed'))
      socket.once('close', () => resolve('no answer'))
    })
  await expect.poll(() => status('GET //')).toBe('400')
  const ready = `Telar is ready at ${site.origin}`
  await expect.poll(() => site.said().includes(ready)).toBe(true)
  for (const line of ['GET //', 'GET http://[', 'GET http://evil.test/', 'OPTIONS *', 'GET /\\x'])
    expect(await status(line), line).toBe('400')
  expect(await status('CONNECT evil.test:443')).toBe('405')
  expect(await status('GET /learn/%E0%A4%A')).toBe('404')
  expect(await status('GET /learn', 'evil.test')).toBe('421')
  expect(await status('GET /learn')).toBe('200')
  expect(site.child.exitCode).toBeNull()
})
