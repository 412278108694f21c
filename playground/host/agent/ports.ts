/** Notices when a server in the container opens or closes a port. */
import { readFileSync } from 'node:fs'
import { type PortNote, REPORT_VARIABLE } from '../messages.ts'
import { createReadings } from './port-readings.ts'
import { listenForReports } from './reports.ts'

/** Just after a start, or input to a program, a reader waits for the port; later an occasional check is enough. */
const EAGER = 12
const CALM = 120
const EAGER_FOR = 8000

interface Ports {
  /** A process was started or got input: its port may open at any moment. */
  expect(): void
  /** What a reader's process needs in its environment so that its ports are noticed. */
  environment(): Promise<object>
  /** The real address of one of the reader's ports. */
  addressOf(port: number): { host: string; port: number }
}

export function createPorts(how: 'table' | 'reported', notify: (note: PortNote) => void): Ports {
  const open = new Map<number, Listening>()
  const readings = createReadings(() => performance.now())
  let eagerUntil = 0
  let timer: NodeJS.Timeout | undefined
  let address: Promise<string> | undefined

  return {
    expect() {
      if (how === 'reported') return
      eagerUntil = Date.now() + EAGER_FOR
      clearTimeout(timer)
      look()
    },
    async environment() {
      if (how === 'table') return {}
      address ??= listenForReports(
        ({ port, actual }) => {
          open.set(port, { key: String(actual), host: '127.0.0.1', port: actual })
          notify({ port, open: true })
        },
        ({ port, actual }) => {
          // A new server may have taken the port before the old one was gone.
          if (open.get(port)?.key === String(actual) && open.delete(port))
            notify({ port, open: false })
        },
      )
      return { [REPORT_VARIABLE]: await address }
    },
    addressOf: (port) => open.get(port) ?? { host: '127.0.0.1', port },
  }

  function look() {
    timer = setTimeout(look, Date.now() < eagerUntil ? EAGER : CALM)
    timer.unref()
    const sockets = socketCounts()
    if (readings.isDue(sockets)) compare(readings.take(sockets, listeningPorts))
  }

  function compare(found: ReadonlyMap<number, Listening>) {
    for (const [port, was] of open)
      if (found.get(port)?.key !== was.key) {
        open.delete(port)
        notify({ port, open: false })
      }
    for (const [port, now] of found)
      if (!open.has(port)) {
        open.set(port, now)
        notify({ port, open: true })
      }
  }
}

interface Listening {
  /** The socket's inode: it shows if one server closed and another opened between two checks. */
  key: string
  host: string
  port: number
}

function listeningPorts(): Map<number, Listening> {
  const found = new Map<number, Listening>()
  for (const [file, host] of [
    ['/proc/net/tcp6', '::1'],
    ['/proc/net/tcp', '127.0.0.1'],
  ] as const)
    for (const row of contents(file).trimEnd().split('\n').slice(1)) {
      const [, local, , state, , , , , , key] = row.trim().split(/ +/)
      if (state !== LISTEN || !local || !key) continue
      const port = Number.parseInt(local.slice(local.indexOf(':') + 1), 16)
      // `::` accepts IPv4 too; only a server bound to `::1` alone needs that address.
      const only6 = host === '::1' && !/^0+:/.test(local)
      found.set(port, { key, host: only6 ? '::1' : '127.0.0.1', port })
    }
  return found
}

/** How many sockets of TCP this network has: it differs when a port has opened. Undefined where the kernel does not say. */
function socketCounts(): string | undefined {
  const said = contents('/proc/net/sockstat') + contents('/proc/net/sockstat6')
  return said.match(/^TCP6?: inuse \d+/gm)?.join()
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

const LISTEN = '0A'
