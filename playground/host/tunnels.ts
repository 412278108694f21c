/** The connections into one container: opens them, passes each frame to its connection, closes all at the end. */
import {
  CONNECT,
  CREDIT,
  DATA,
  decodeNumber,
  END,
  encodeNumber,
  type Frame,
  RESET,
} from './frames.ts'
import { type SendFrame, Tunnel } from './tunnel.ts'

export interface Tunnels {
  /** Errors are reported by the tunnel, including that there are too many. */
  connect(port: number): Tunnel
  receive(frame: Frame): void
  /** Resets every tunnel. */
  reset(reason: string): void
  /** Resets every tunnel, and those opened later too. */
  close(reason: string): void
}

export function createTunnels(send: SendFrame, most: number): Tunnels {
  const open = new Map<number, Tunnel>()
  let next = 1
  let closed = false
  const reset = (reason: string) => {
    for (const tunnel of [...open.values()]) tunnel.receiveReset(reason)
  }

  return {
    reset,

    connect(port) {
      const id = next++
      const tunnel = new Tunnel(id, send)
      if (closed || open.size >= most) {
        process.nextTick(() => tunnel.receiveReset('The container takes no more connections.'))
        return tunnel
      }
      open.set(id, tunnel)
      tunnel.once('close', () => open.delete(id))
      send(CONNECT, id, encodeNumber(port))
      return tunnel
    },

    receive({ kind, id, body }) {
      const tunnel = open.get(id)
      if (kind === DATA) tunnel?.receive(body)
      else if (kind === END) tunnel?.receiveEnd()
      else if (kind === CREDIT) tunnel?.receiveCredit(decodeNumber(body))
      else if (kind === RESET) tunnel?.receiveReset('The container closed the connection.')
    },

    close(reason) {
      closed = true
      reset(reason)
    },
  }
}
