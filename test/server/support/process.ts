/** A server in a process of its own: serves the counter from a folder until it is killed. Arguments: folder, secret. */
import { writeSync } from 'node:fs'
import { fileStore, serve, silentLogger } from '../../../engine/server/index.ts'
import { counterPage } from './pages.ts'

const [folder = '', secret = ''] = process.argv.slice(2)
const server = await serve({
  pages: [counterPage],
  port: 0,
  store: fileStore(folder),
  secret,
  logger: silentLogger,
})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
writeSync(1, `${server.address}\n`)
