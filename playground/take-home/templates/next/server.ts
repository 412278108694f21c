/** Next, with live pages beside its own: a route of Next sets the cookie by which they know their visitor. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import next from 'next'
import { createHandler, fileStore, memoryStore } from 'telar/server'
import { pages } from './pages.ts'
import type { Visitor } from './src/desk.ts'
import { nameIn } from './src/name-cookie.ts'

const { TELAR_SECRET, SESSIONS = '.telar/sessions' } = process.env
const { PORT = '3000', HOST = '127.0.0.1', NODE_ENV } = process.env
// Next bundles its routes apart from this file; the environment is what they share.
process.env.TELAR_SECRET ??= randomBytes(32).toString('base64url')

const live = createHandler({
  // While you develop, a page that fails says why.
  pages: pages.map((one) => ({ debug: NODE_ENV === 'development', ...one })),
  // With the same secret, a server that starts again goes on with the sessions of this folder.
  store: TELAR_SECRET ? fileStore(SESSIONS) : memoryStore(),
  authenticate: (request): Visitor | null => {
    const name = nameIn(request.headers.get('cookie') ?? '')
    return name ? { name } : null
  },
  identityKey: (visitor: Visitor) => visitor.name,
})

const server = createServer(async (request, response) => {
  if (!(await live.handle(request, response))) await answer(request, response)
})
live.attach(server)

const dev = NODE_ENV === 'development'
const app = next({ dev, httpServer: server, port: Number(PORT) })
await app.prepare()
const answer = app.getRequestHandler()
server.listen(Number(PORT), HOST, () => console.log(`Open http://localhost:${PORT}`))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    server.close()
    await live.drain()
    process.exit()
  })
