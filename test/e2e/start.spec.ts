/** The server as a program: its address, a taken port, a clean end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'

/** Two ports in a row that nobody has, for the site and its host. */
async function freePair(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    // Below the ports that browsers beside this test are given for their connections.
    const first = await listenOn(10_000 + Math.floor(Math.random() * 20_000))
    if (!first) continue
    const second = await listenOn(first.port + 1)
    await Promise.all([first.close(), second?.close()])
    if (second) return first.port
  }
  throw new Error('Found no two free ports in a row in 20 tries.')
}

function listenOn(port: number): Promise<{ port: number; close(): Promise<unknown> } | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const at = typeof address === 'object' && address ? address.port : 0
      resolve({ port: at, close: () => new Promise((done) => server.close(done)) })
    })
  })
}

function start(port: number) {
  const child = spawn(process.execPath, ['dist/server/site.js'], {
    env: { ...process.env, PORT: String(port), NODE_ENV: 'production' },
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  return { child, ended: once(child, 'exit'), said: () => said }
}

test('the site serves at the port it is told, its host at the next, and a signal ends both cleanly', async () => {
  const port = await freePair()
  const { child, ended, said } = start(port)
  await expect
    .poll(said, { timeout: 30_000 })
    .toContain(`Telar is ready at http://localhost:${port}`)
  expect((await fetch(`http://127.0.0.1:${port}/learn`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${port + 1}/api/health`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('who comes as soon as the port opens waits until everything stands, and is answered', async () => {
  const port = await freePair()
  const { child, ended } = start(port)
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
  child.kill('SIGTERM')
  await ended
})

test('a taken port is a sentence with what to do, not a stack', async () => {
  const port = await freePair()
  const other = await listenOn(port)
  const { ended, said } = start(port)
  expect(await ended).toEqual([1, null])
  await other?.close()
  expect(said()).toContain(
    `Port ${port} is taken by another program. Choose another one, for example PORT=`,
  )
  expect(said()).not.toContain('    at ')
})

test('a taken port of the container host is a sentence too', async () => {
  const port = await freePair()
  const other = await listenOn(port + 1)
  const { ended, said } = start(port)
  expect(await ended).toEqual([1, null])
  await other?.close()
  expect(said()).toContain(`The container host can't listen on 127.0.0.1:${port + 1}`)
  expect(said()).not.toContain('    at ')
})

test('a token for containers is given to a page of the site and to nobody who came by another name', async () => {
  const port = await freePair()
  const { child, ended, said } = start(port)
  await expect.poll(said, { timeout: 30_000 }).toContain('Telar is ready')
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
  child.kill('SIGTERM')
  await ended
})
