/** Preloaded where containers share the host's network: gives each `listen` a free port of the loopback and tells the agent which. */
import { writeSync } from 'node:fs'
import { type AddressInfo, type ListenOptions, Server } from 'node:net'

const REPORTS = 3
const listen = Server.prototype.listen

Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const wanted = wantedPort(args)
  if (wanted === null) return listen.apply(this, args as Parameters<typeof listen>)
  const done = args.find((arg) => typeof arg === 'function') as (() => void) | undefined
  this.once('listening', () => this.once('close', announce(this, wanted)))
  const options: ListenOptions = { port: 0, host: '127.0.0.1' }
  return done ? listen.call(this, options, done) : listen.call(this, options)
} as typeof listen

/** Makes the server answer `address()` with the port it asked for; returns what to say when it closes. */
function announce(server: Server, wanted: number): () => void {
  const actual = (server.address() as AddressInfo).port
  const port = wanted || actual
  server.address = () => ({ address: '127.0.0.1', family: 'IPv4', port })
  const say = (open: boolean) => writeSync(REPORTS, `${JSON.stringify({ port, actual, open })}\n`)
  say(true)
  return () => say(false)
}

/** The port of `listen(3000)`, `listen('3000')` or `listen({port})`; null for pipes and file descriptors. */
function wantedPort(args: unknown[]): number | null {
  const first = args[0]
  if (typeof first === 'function' || first === undefined || first === null) return 0
  if (typeof first === 'number') return first
  if (typeof first === 'string') return /^\d+$/.test(first) ? Number(first) : null
  const { port, path, fd } = first as { port?: unknown; path?: unknown; fd?: unknown }
  if (path !== undefined || fd !== undefined) return null
  return port === undefined ? null : Number(port)
}
