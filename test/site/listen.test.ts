/** A port that can't be had is a sentence with what to do. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen } from '../../site/lib/listen.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

function make(): Server {
  const server = createServer()
  open.push(server)
  return server
}

test('a free port is opened', async () => {
  const server = make()
  await listen(server, 0, '127.0.0.1')
  expect(server.listening).toBe(true)
})

test('a taken port says which it is and how to choose another', async () => {
  const first = make()
  await listen(first, 0, '127.0.0.1')
  const { port } = first.address() as AddressInfo
  await expect(listen(make(), port, '127.0.0.1')).rejects.toThrow(
    new RegExp(
      `received ${port}, which another program uses. Choose another, for example PORT=\\d+ npm start;`,
    ),
  )
})

test('an address of another machine is refused by name', async () => {
  await expect(listen(make(), 0, '203.0.113.1')).rejects.toThrow(
    'received "203.0.113.1". Leave it out for 127.0.0.1.',
  )
})
