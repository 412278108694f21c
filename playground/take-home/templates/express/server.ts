/** Express, with live pages in it: its form sets the cookie by which they know their visitor. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { parse } from 'cookie'
import { sign, unsign } from 'cookie-signature'
import express from 'express'
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
  authenticate: (request): Visitor | null => {
    const cookies = parse(request.headers.get('cookie') ?? '')
    const name = unsign(cookies.name ?? '', secret)
    return name ? { name } : null
  },
  identityKey: (visitor: Visitor) => visitor.name,
})

const app = express()
app.use(express.urlencoded())
app.get('/', (_, response) => {
  response.send(WELCOME)
})
app.post('/name', (request, response) => {
  // Browsers say where a form comes from; one of another site is refused.
  if (request.get('sec-fetch-site') === 'cross-site') return void response.sendStatus(403)
  const name = String(request.body?.name ?? '')
    .trim()
    .slice(0, 60)
  if (name === '') return response.redirect(303, '/')
  response.cookie('name', sign(name, secret), { httpOnly: true, sameSite: 'lax' })
  response.redirect(303, '/desk')
})
app.use(async (request, response, next) => {
  if (!(await live.handle(request, response))) next()
})

const server = createServer(app)
live.attach(server)
server.listen(Number(PORT), HOST, () => console.log(`Open http://localhost:${PORT}`))

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    server.close()
    await live.drain()
    process.exit()
  })
