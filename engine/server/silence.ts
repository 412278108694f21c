/** Closes a socket from which nothing comes any more: a laptop that was shut leaves no word, and its visitor would stay present. */
import type { WebSocket } from 'ws'
import type { Clock } from '../session/clock.ts'

/** Asks a socket that was silent for `ms` with a ping, and ends it when it is silent for as long again. The result stops that. */
export function watchSilence(socket: WebSocket, clock: Clock, ms: number): () => void {
  let heard = true
  let stop = () => {}
  const hear = () => {
    heard = true
  }
  for (const event of ['message', 'ping', 'pong'] as const) socket.on(event, hear)
  const look = () => {
    // Where we do not read, silence says nothing.
    if (!heard && !socket.isPaused) return socket.terminate()
    if (socket.readyState === socket.OPEN) socket.ping()
    heard = false
    stop = clock.timer(ms, look)
  }
  stop = clock.timer(ms, look)
  return () => stop()
}
