/** Notices when a server in the container opens or closes a port. */
import { readFileSync } from 'node:fs'
import type { PortNote } from '../messages.ts'

/** Just after a start a reader waits for the port; later a look now and then does. */
const EAGER = 12
const CALM = 120
const EAGER_FOR = 8000

export interface Ports {
  /** A process was started: its port may open any moment. */
  expect(): void
  /** One line of the preloaded script: `{"port": wanted, "actual": real, "open": true}`. */
  report(line: string): void
  /** Where a port of the reader's is really reached. */
  addressOf(port: number): { host: string; port: number }
}

export function createPorts(how: 'table' | 'reported', notify: (note: PortNote) => void): Ports {
  const open = new Map<number, Listening>()
  let eagerUntil = 0
  let timer: NodeJS.Timeout | undefined

  return {
    expect() {
      if (how === 'reported') return
      eagerUntil = Date.now() + EAGER_FOR
      clearTimeout(timer)
      look()
    },
    report(line) {
      const note = parseReport(line)
      if (!note) return
      if (note.open) open.set(note.port, { key: '', host: '127.0.0.1', port: note.actual })
      else open.delete(note.port)
      notify({ port: note.port, open: note.open })
    },
    addressOf: (port) => open.get(port) ?? { host: '127.0.0.1', port },
  }

  function look() {
    const found = listeningPorts()
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
    timer = setTimeout(look, Date.now() < eagerUntil ? EAGER : CALM)
    timer.unref()
  }
}

interface Listening {
  /** The socket's inode: a server that closes and another that opens between two looks differ in it. */
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
    for (const row of table(file).slice(1)) {
      const [, local, , state, , , , , , key] = row.trim().split(/ +/)
      if (state !== LISTEN || !local || !key) continue
      const port = Number.parseInt(local.slice(local.indexOf(':') + 1), 16)
      // `::` answers on IPv4 too; only a server bound to `::1` alone needs that address.
      const only6 = host === '::1' && !/^0+:/.test(local)
      found.set(port, { key, host: only6 ? '::1' : '127.0.0.1', port })
    }
  return found
}

function table(file: string): string[] {
  try {
    return readFileSync(file, 'latin1').trimEnd().split('\n')
  } catch {
    return []
  }
}

function parseReport(line: string): { port: number; actual: number; open: boolean } | null {
  try {
    const note = JSON.parse(line) as { port?: unknown; actual?: unknown; open?: unknown }
    const { port, actual, open } = note
    return isPort(port) && isPort(actual) && typeof open === 'boolean'
      ? { port, actual, open }
      : null
  } catch {
    return null
  }
}

const isPort = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) < 65536

const LISTEN = '0A'
