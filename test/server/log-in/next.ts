/** Logging in with Next: route handlers of the app router, iron-session, and the engine in a custom server. A program of its own. */
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { getIronSession } from 'iron-session'
import next from 'next'
import { listen } from '../../../engine/http/listen.ts'
import { createHandler, silentLogger } from '../../../engine/server/index.ts'
import { desk, type User } from './desk.ts'
import { sealed } from './next/lib/sealed.js'

const [dir = ''] = process.argv.slice(2)
const app = next({ dir, dev: true })
await app.prepare()
const answer = app.getRequestHandler()

const live = createHandler({
  pages: [desk],
  authenticate: async (request) => {
    const session = await getIronSession<{ user?: User }>(request, new Response(), sealed)
    return session.user ?? null
  },
  identityKey: (user: User) => user.name,
  logger: silentLogger,
})
// Next bundles the route handlers apart from this file.
Object.assign(globalThis, { live })

const server = createServer(async (request, response) => {
  if (!(await live.handle(request, response))) await answer(request, response)
})
live.attach(server)
writeSync(1, `\nhttp://localhost:${await listen(server, 0, '127.0.0.1')}\n`)
