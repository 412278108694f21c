/** Closes a socket from which nothing comes any more: a laptop that was shut leaves no word, and its visitor would stay present. */
import type { WebSocket } from 'ws'
import type { Clock } from '../session/clock.ts'

// A process that was held up finds its timers due before it has read what came meanwhile.
const READING = 500

/** Asks a socket with a ping every `ms`, and ends it when nothing has come since the one before. The result stops that. */
export function watchSilence(socket: WebSocket, clock: Clock, ms: number): () => void {
  let isHeard = true
  let stop = () => {}
  for (const event of ['message', 'ping', 'pong'] as const) {
    socket.on(event, () => {
      isHeard = true
    })
  }
  // Where we do not read, silence says nothing.
  const isSilent = () => !isHeard && !socket.isPaused
  const ask = () => {
    if (socket.readyState === socket.OPEN) socket.ping()
    isHeard = false
    stop = clock.timer(ms, look)
  }
  const look = () => {
    if (!isSilent()) return ask()
    const reading = setTimeout(() => (isSilent() ? socket.terminate() : ask()), READING)
    stop = () => clearTimeout(reading)
  }
  stop = clock.timer(ms, look)
  return () => stop()
}
