/** Hono, with live pages in it: its form sets the cookie by which they know their visitor. */
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { setSignedCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { parseSigned } from 'hono/utils/cookie'
import { createHandler, fileStore, memoryStore } from 'telar/server'
import { pages } from './pages.ts'
import type { Visitor } from './src/desk.ts'
import { WELCOME } from './src/welcome.ts'

const { TELAR_SECRET, SESSIONS = '.telar/sessions' } = process.env
const { PORT = '3000', HOST = '127.0.0.1', NODE_ENV } = process.env
const secret = TELAR_SECRET ?? randomBytes(32).toString('base64url')

const live = createHandler({
  // While you develop, a page that fails says why.
  pages: pages.map((one) => ({ debug: NODE_ENV === 'development', ...one })),
  secret,
  // With the same secret, a server that starts again goes on with the sessions of this folder.
  store: TELAR_SECRET ? fileStore(SESSIONS) : memoryStore(),
  authenticate: async (request): Promise<Visitor | null> => {
    const { name } = await parseSigned(request.headers.get('cookie') ?? '', secret, 'name')
    return name ? { name } : null
  },
  identityKey: (visitor: Visitor) => visitor.name,
})

const app = new Hono<{ Bindings: HttpBindings }>()
app.use(csrf())
app.get('/', (context) => context.html(WELCOME))
app.post('/name', async (context) => {
  const body = await context.req.parseBody()
  const name = String(body.name ?? '')
    .trim()
    .slice(0, 60)
  if (name === '') return context.redirect('/', 303)
  await setSignedCookie(context, 'name', name, secret, { httpOnly: true, sameSite: 'Lax' })
  return context.redirect('/desk', 303)
})
app.use(async ({ env }, next) => {
  if (await live.handle(env.incoming as never, env.outgoing as never)) return RESPONSE_ALREADY_SENT
  await next()
})

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: HOST }, () =>
  console.log(`Open http://localhost:${PORT}`),
) as Server
live.attach(server)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    server.close()
    await live.drain()
    process.exit()
  })
