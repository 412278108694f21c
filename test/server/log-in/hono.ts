/** Logging in with Hono: iron-session seals who is there into a cookie, hono/csrf looks where a form comes from. */
import type { Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { getIronSession } from 'iron-session'
import { createHandler, silentLogger } from '../../../engine/server/index.ts'
import { desk, form, passwords, type Running, type User } from './desk.ts'

const sealed = {
  cookieName: 'who',
  password: 'a random text of at least 32 characters',
  cookieOptions: { secure: false },
}
const sessionOf = (request: Request, response: Response) =>
  getIronSession<{ user?: User }>(request, response, sealed)

export async function start(): Promise<Running> {
  const live = createHandler({
    pages: [desk],
    authenticate: async (request) => (await sessionOf(request, new Response())).user ?? null,
    identityKey: (user: User) => user.name,
    logger: silentLogger,
  })
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(csrf())
  app.get('/login', (context) => context.html(form()))
  app.post('/login', async (context) => {
    const { name, password } = await context.req.parseBody<{ name: string; password: string }>()
    if (passwords[name] !== password) return context.text('Wrong name or password.', 403)
    const response = context.redirect('/desk', 303)
    const session = await sessionOf(context.req.raw, response)
    session.user = { name }
    await session.save()
    return response
  })
  app.post('/logout', async (context) => {
    const response = context.redirect('/login', 303)
    const session = await sessionOf(context.req.raw, response)
    const key = session.user?.name
    session.destroy()
    // The cookie is the session, so the browser must have the answer before its tabs load their pages anew.
    if (key) context.env.outgoing.once('finish', () => live.endSessions({ key }))
    return response
  })
  app.use(async ({ env }, next) => {
    if (await live.handle(env.incoming as never, env.outgoing as never))
      return RESPONSE_ALREADY_SENT
    await next()
  })
  const { server, port } = await new Promise<{ server: Server; port: number }>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve({ server: opened as Server, port: info.port }),
    )
  })
  live.attach(server)
  return {
    address: `http://localhost:${port}`,
    async close() {
      await live.drain()
      server.closeAllConnections()
      server.close()
    },
  }
}
