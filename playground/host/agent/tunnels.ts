/** Carries TCP connections between the host's frames and loopback ports of the container. */
import { connect, type Socket } from 'node:net'
import { CREDIT, DATA, decodeNumber, END, type Frame, RESET } from '../frames.ts'
import { type SendFrame, Tunnel } from '../tunnel.ts'

type AddressOf = (port: number) => { host: string; port: number }

export function createTunnels(send: SendFrame, addressOf: AddressOf) {
  const open = new Map<number, Tunnel>()

  return {
    connect(frame: Frame) {
      const tunnel = new Tunnel(frame.id, send)
      open.set(frame.id, tunnel)
      tunnel.on('close', () => open.delete(frame.id))
      join(tunnel, connect({ ...addressOf(decodeNumber(frame.body)), allowHalfOpen: true }))
    },

    receive(frame: Frame) {
      const tunnel = open.get(frame.id)
      if (!tunnel) return
      if (frame.kind === DATA) tunnel.receive(frame.body)
      else if (frame.kind === END) tunnel.receiveEnd()
      else if (frame.kind === CREDIT) tunnel.receiveCredit(decodeNumber(frame.body))
      else if (frame.kind === RESET) tunnel.receiveReset('The host closed the connection.')
    },
  }
}

// An unhandled error would end the agent, and with it the container.
function join(tunnel: Tunnel, socket: Socket) {
  socket.setNoDelay(true)
  socket.on('error', (error) => tunnel.destroy(error))
  tunnel.on('error', () => socket.destroy())
  socket.on('close', () => tunnel.destroy())
  tunnel.on('close', () => socket.destroy())
  tunnel.pipe(socket)
  socket.pipe(tunnel)
}
