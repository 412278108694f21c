/** Fastify, with live pages in it: its form sets the cookie by which they know their visitor. */
import { randomBytes } from 'node:crypto'
import cookies from '@fastify/cookie'
import forms from '@fastify/formbody'
import fastify from 'fastify'
import { createHandler, fileStore, memoryStore } from 'telar/server'
import { pages } from './pages.ts'
import type { Visitor } from './src/desk.ts'
import { WELCOME } from './src/welcome.ts'

const { TELAR_SECRET, SESSIONS = '.telar/sessions' } = process.env
const { PORT = '3000', HOST = '127.0.0.1', NODE_ENV } = process.env
const secret = TELAR_SECRET ?? randomBytes(32).toString('base64url')

const app = fastify()
await app.register(cookies, { secret })
await app.register(forms)

const live = createHandler({
  // While you develop, a page that fails says why.
  pages: pages.map((one) => ({ debug: NODE_ENV === 'development', ...one })),
  secret,
  // With the same secret, a server that starts again goes on with the sessions of this folder.
  store: TELAR_SECRET ? fileStore(SESSIONS) : memoryStore(),
  authenticate: (request): Visitor | null => {
    const { name: signed = '' } = app.parseCookie(request.headers.get('cookie') ?? '')
    const { value: name } = app.unsignCookie(signed)
    return name ? { name } : null
  },
  identityKey: (visitor: Visitor) => visitor.name,
})

app.get('/', async (_, reply) => reply.type('text/html').send(WELCOME))
app.post<{ Body?: { name?: string } }>('/name', async ({ headers, body }, reply) => {
  // Browsers say where a form comes from; one of another site is refused.
  if (headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send()
  const name = String(body?.name ?? '')
    .trim()
    .slice(0, 60)
  if (name === '') return reply.redirect('/', 303)
  reply.setCookie('name', name, { signed: true, httpOnly: true, sameSite: 'lax', path: '/' })
  return reply.redirect('/desk', 303)
})
app.setNotFoundHandler(async ({ raw }, reply) => {
  reply.hijack()
  if (!(await live.handle(raw, reply.raw))) reply.raw.writeHead(404).end('Not found')
})

live.attach(app.server)
await app.listen({ port: Number(PORT), host: HOST })
console.log(`Open http://localhost:${PORT}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await live.drain()
    app.server.closeAllConnections()
    await app.close()
    process.exit()
  })
