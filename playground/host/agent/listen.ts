/** Preloaded when containers share the host's network: gives each `listen` a free loopback port and reports it to the agent. */
import { type AddressInfo, connect, type ListenOptions, Server } from 'node:net'
import { REPORT_VARIABLE } from '../messages.ts'

const listen = Server.prototype.listen
const [reports, secret] = (process.env[REPORT_VARIABLE] ?? '').split(' ')

Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const wanted = wantedPort(args)
  if (wanted === null) return listen.apply(this, args as Parameters<typeof listen>)
  const done = args.find((arg) => typeof arg === 'function') as (() => void) | undefined
  this.once('listening', () => announce(this, wanted))
  const options: ListenOptions = { port: 0, host: '127.0.0.1' }
  return done ? listen.call(this, options, done) : listen.call(this, options)
} as typeof listen

/** The server's `address()` returns the port it asked for; the connection to the agent lives as long as the server. */
function announce(server: Server, wanted: number) {
  const actual = (server.address() as AddressInfo).port
  const port = wanted || actual
  server.address = () => ({ address: '127.0.0.1', family: 'IPv4', port })
  const report = connect(Number(reports), '127.0.0.1')
  report.on('error', () => {})
  report.write(`${JSON.stringify({ port, actual, secret })}\n`)
  report.unref()
  server.once('close', () => report.destroy())
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
