/** Serves the pages. It reads PORT, HOST, TELAR_HOSTS, TELAR_SECRET and SESSIONS from the environment. */
import { fileStore, memoryStore, serve } from 'telar/server'
import { pages } from './pages.ts'

const { TELAR_SECRET, SESSIONS = '.telar/sessions' } = process.env
const { PORT = '3000', HOST, NODE_ENV } = process.env

const server = await serve({
  // While you develop, a page that fails says why.
  pages: pages.map((one) => ({ debug: NODE_ENV === 'development', ...one })),
  // With the same secret, a server that starts again goes on with the sessions of this folder.
  store: TELAR_SECRET ? fileStore(SESSIONS) : memoryStore(),
  port: Number(PORT),
  host: HOST,
})
console.log(`Open ${server.address}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => server.close().then(() => process.exit()))
