/** Receives from the preloaded script which ports the reader's servers have opened, when the kernel's table can't be used. */
import { randomBytes } from 'node:crypto'
import { createServer, type Socket } from 'node:net'

interface Report {
  /** The port in the reader's code. */
  port: number
  /** The port in use. */
  actual: number
}

/** A report's connection stays open as long as its server. Resolves with `<port> <secret>` for the environment. */
export function listenForReports(
  opened: (report: Report) => void,
  closed: (report: Report) => void,
): Promise<string> {
  const secret = randomBytes(16).toString('hex')
  const server = createServer((socket) => {
    let report: Report | null = null
    socket.on('error', () => {})
    socket.on('close', () => report && closed(report))
    eachLine(socket, (line) => {
      report = parseReport(line, secret)
      if (report) opened(report)
      else socket.destroy()
    })
  })
  server.unref()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`${typeof address === 'object' ? address?.port : ''} ${secret}`)
    }),
  )
}

function eachLine(socket: Socket, onLine: (line: string) => void) {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()?.slice(0, 1024) ?? ''
    for (const line of lines) onLine(line)
  })
}

function parseReport(line: string, secret: string): Report | null {
  try {
    const { port, actual, secret: told } = JSON.parse(line) as Record<string, unknown>
    return told === secret && isPort(port) && isPort(actual) ? { port, actual } : null
  } catch {
    return null
  }
}

const isPort = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) < 65536
