/** Logging in with Express: express-session keeps who is there, csrf-sync checks forms. */
import { createServer } from 'node:http'
import { parse } from 'cookie'
import { unsign } from 'cookie-signature'
import { csrfSync } from 'csrf-sync'
import express from 'express'
import session from 'express-session'
import { listen } from '../../../engine/http/listen.ts'
import { createHandler, silentLogger } from '../../../engine/server/index.ts'
import { desk, form, passwords, type Running, type User } from './desk.ts'

declare module 'express-session' {
  interface SessionData {
    user: User
  }
}

const secret = 'a long random text'
const sessions = new session.MemoryStore()

/** What a session's cookie stands for: `s:<id>.<signature>`. */
async function authenticate(request: Request): Promise<User | null> {
  const { 'connect.sid': signed = '' } = parse(request.headers.get('cookie') ?? '')
  const id = unsign(signed.slice(2), secret)
  if (!id) return null
  return new Promise((resolve, reject) =>
    sessions.get(id, (error, found) => (error ? reject(error) : resolve(found?.user ?? null))),
  )
}

export async function start(): Promise<Running> {
  const live = createHandler({
    pages: [desk],
    authenticate,
    identityKey: (user: User) => user.name,
    logger: silentLogger,
  })
  const { csrfSynchronisedProtection, generateToken } = csrfSync({
    getTokenFromRequest: ({ body }) => body._csrf,
  })
  const app = express()
  app.use(express.urlencoded())
  app.use(session({ secret, store: sessions, resave: false, saveUninitialized: false }))
  app.use(csrfSynchronisedProtection)
  app.get('/login', (request, response) => {
    response.send(form(generateToken(request)))
  })
  app.post('/login', (request, response, next) => {
    const { name, password } = request.body
    if (passwords[name] !== password)
      return void response.status(403).send('Wrong name or password.')
    // A new id: one that somebody planted before is worth nothing.
    request.session.regenerate((error) => {
      if (error) return next(error)
      request.session.user = { name }
      response.redirect(303, '/desk')
    })
  })
  app.post('/logout', (request, response, next) => {
    const key = request.session.user?.name
    request.session.destroy(async (error) => {
      if (error) return next(error)
      if (key) await live.endSessions({ key })
      response.redirect(303, '/login')
    })
  })
  app.use(async (request, response, next) => {
    if (!(await live.handle(request, response))) next()
  })
  const server = createServer(app)
  live.attach(server)
  const port = await listen(server, 0, '127.0.0.1')
  return {
    address: `http://localhost:${port}`,
    async close() {
      await live.drain()
      server.closeAllConnections()
      server.close()
    },
  }
}
