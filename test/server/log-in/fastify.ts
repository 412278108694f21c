/** Logging in with Fastify: @fastify/session keeps who is there, @fastify/csrf-protection checks forms. */
import cookies from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import forms from '@fastify/formbody'
import sessions from '@fastify/session'
import fastify from 'fastify'
import { createHandler, silentLogger } from '../../../engine/server/index.ts'
import { desk, form, passwords, type Running, type User } from './desk.ts'

declare module 'fastify' {
  interface Session {
    user?: User
  }
}

interface Login {
  Body: { name: string; password: string }
}

export async function start(): Promise<Running> {
  const app = fastify()
  const live = createHandler({
    pages: [desk],
    authenticate: (request) => {
      const { sessionId = '' } = app.parseCookie(request.headers.get('cookie') ?? '')
      const found = {} as { session?: { user?: User } }
      return new Promise((resolve) =>
        app.decryptSession(sessionId, found as never, () => resolve(found.session?.user ?? null)),
      )
    },
    identityKey: (user: User) => user.name,
    logger: silentLogger,
  })
  await app.register(forms)
  await app.register(cookies)
  await app.register(sessions, {
    secret: 'a random text of at least 32 characters',
    cookie: { secure: false },
    saveUninitialized: false,
  })
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: ({ body }) => (body as { _csrf?: string } | undefined)?._csrf,
  })
  app.get('/login', async (_, reply) => reply.type('text/html').send(form(reply.generateCsrf())))
  app.post<Login>('/login', { preHandler: app.csrfProtection }, async (request, reply) => {
    const { name, password } = request.body
    if (passwords[name] !== password) return reply.code(403).send('Wrong name or password.')
    // A new id: one that somebody planted before is worth nothing.
    await request.session.regenerate()
    request.session.user = { name }
    return reply.redirect('/desk', 303)
  })
  app.post('/logout', { preHandler: app.csrfProtection }, async (request, reply) => {
    const key = request.session.user?.name
    await request.session.destroy()
    if (key) await live.endSessions({ key })
    return reply.redirect('/login', 303)
  })
  app.setNotFoundHandler(async ({ raw }, reply) => {
    reply.hijack()
    if (!(await live.handle(raw, reply.raw))) reply.raw.writeHead(404).end()
  })
  live.attach(app.server)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return {
    address: `http://localhost:${port}`,
    async close() {
      await live.drain()
      app.server.closeAllConnections()
      await app.close()
    },
  }
}
