/** One connection at a time: opens it, notices that it is dead, and opens the next one after a while. */
import type { Connection, Transport } from './transport.ts'

export interface Link {
  /** False while nothing is open; then the message is not sent. */
  send(bytes: Uint8Array): boolean
  /** Drops this connection and makes a new one, for example after a frame that could not be applied. */
  rejoin(): void
  /** Whether a connection is open; this checks it. */
  alive(): boolean
  /** Closes it for good. */
  stop(): void
}

interface LinkOptions {
  opened(): void
  message(bytes: Uint8Array): void
  /** The bytes of a ping to the server. */
  pulse(): Uint8Array
  /** The connection is lost; `refused` means that there is no point in reconnecting. */
  parted(refused: boolean): void
}

/** `WebSocket.OPEN`. */
const OPEN = 1

const FLOOR = 200
const CEILING = 30_000
const PATIENCE = 10_000
const SETTLED = 5_000

/** Milliseconds before reconnect number `attempt`; `chance` in [0, 1) spreads a crowd of tabs out. */
export const backoff = (attempt: number, chance: number) =>
  chance * Math.min(CEILING, FLOOR * 2 ** attempt)

/** The server stops or the code was swapped: another process will answer soon. */
const COME_BACK = [1001, 1012]
/** Refused, or another connection took over the session. */
const STAY_AWAY = [1002, 1008, 4001]

/** Connects, and reports what happens. */
export function connect(transport: Transport, options: LinkOptions): Link {
  let socket: Connection | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  /** Something has arrived since the last check. */
  let fresh = false
  /** When this connection first received something; 0 before. */
  let since = 0
  let stopped = false

  function open() {
    clearTimeout(timer)
    if (stopped || socket) return
    since = 0
    const own = (socket = transport.open({
      opened: options.opened,
      message(bytes) {
        if (socket !== own) return
        since ||= performance.now()
        // Resetting a timer for each message would cost more than the message.
        if (!fresh) watch(PATIENCE, look)
        fresh = true
        options.message(bytes)
      },
      closed(code) {
        if (socket === own) lost(code)
      },
    }))
    fresh = false
    watch(PATIENCE, dead)
  }

  // Silence is checked now and then: the server is pinged after 10 to 20 s of it.
  function look() {
    if (!fresh) return ping()
    fresh = false
    watch(PATIENCE, look)
  }

  function ping(): boolean {
    fresh = false
    const sent = send(options.pulse())
    if (sent) expectAnswer()
    return sent
  }

  // A slow upload delays the ping: as long as it progresses, the connection is alive.
  function expectAnswer() {
    const left = socket!.bufferedAmount
    watch(PATIENCE, () => {
      if (socket && socket.bufferedAmount < left) expectAnswer()
      else dead()
    })
  }

  // A dead connection takes minutes to close by itself, so do not wait for its close event.
  function dead() {
    socket?.close()
    lost(1006)
  }

  function lost(code: number) {
    socket = undefined
    if (stopped) return
    stopped = STAY_AWAY.includes(code)
    options.parted(stopped)
    if (stopped) return clearTimeout(timer)
    if (since && performance.now() - since > SETTLED) attempt = 0
    const atOnce = since && COME_BACK.includes(code)
    watch(atOnce ? 0 : backoff(attempt++, Math.random()), open)
  }

  function watch(ms: number, act: () => unknown) {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }

  function send(bytes: Uint8Array): boolean {
    if (socket?.readyState !== OPEN) return false
    socket.send(bytes as Uint8Array<ArrayBuffer>)
    return true
  }

  // The network is back, or the visitor: there is no reason to wait any longer.
  const wake = () => {
    if (document.visibilityState === 'hidden') return
    if (socket) ping()
    else open()
  }
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  open()

  return {
    send,
    rejoin: dead,
    alive: ping,
    stop() {
      stopped = true
      clearTimeout(timer)
      dead()
    },
  }
}
