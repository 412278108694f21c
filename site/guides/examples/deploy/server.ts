import { page } from 'telar'
import { fileStore, serve } from 'telar/server'
import { Counter } from './counter.ts'

const server = await serve({
  pages: [page('/', Counter, { title: 'A counter' })],
  store: fileStore(process.env.SESSIONS ?? 'sessions'),
  port: Number(process.env.PORT ?? 3000),
  host: process.env.HOST ?? '127.0.0.1',
})
console.log(server.address)

process.once('SIGTERM', async () => {
  await server.close()
  process.exit(0)
})
