/** The page's socket to the host: calls with their replies, and everything that the container sends unasked. */

import { type Ending, endingLine } from '../ending.ts'
import {
  ASLEEP,
  AWAKE,
  CALL,
  CHANGE,
  decodeFrame,
  decodeJson,
  decodeParcel,
  ENDED,
  EXIT,
  encodeFrame,
  encodeParcel,
  INPUT,
  OUTPUT,
  PORT,
  PREVIEW,
  QUEUED,
  REPLY,
} from '../frames.ts'
import type {
  AgentCall,
  ChangeNote,
  ExitNote,
  HostCall,
  PortNote,
  PreviewNote,
  QueueNote,
  Reply,
} from '../messages.ts'

export interface Answer {
  value: unknown
  bytes: Uint8Array
}

/** Handlers for one process or watch, by its number. */
interface ProcessListener {
  output(bytes: Uint8Array): void
  exit(note: ExitNote): void
}

export interface Connection {
  call(call: AgentCall | HostCall, bytes?: Uint8Array): Promise<Answer>
  input(process: number, bytes: Uint8Array): void
  /** A number that no process or watch of this container had before. */
  number(): number
  processes: Map<number, ProcessListener>
  watches: Map<number, (note: ChangeNote) => void>
  onPort(listener: (note: PortNote) => void): void
  onPreview(listener: (note: PreviewNote) => void): void
  /** Receives the position in the queue while no container is free. */
  onQueued(listener: (note: QueueNote) => void): void
  /** Called when its processes are stopped, and when they continue. */
  onSleep(listener: (isAsleep: boolean) => void): void
  onEnded(listener: (ending: Ending) => void): void
  close(): Promise<void>
}

export async function connect(ticket: string): Promise<Connection> {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/container`, [
    'telar-container',
    ticket,
  ])
  socket.binaryType = 'arraybuffer'
  await opened(socket)
  return follow(socket)
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = () => reject(new Error(CAN_NOT_CONNECT))
  })
}

function follow(socket: WebSocket): Connection {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  const processes: Connection['processes'] = new Map()
  const watches: Connection['watches'] = new Map()
  const listeners = {
    port: [] as ((note: PortNote) => void)[],
    preview: [] as ((note: PreviewNote) => void)[],
    queued: [] as ((note: QueueNote) => void)[],
    sleep: [] as ((isAsleep: boolean) => void)[],
    ended: [] as ((ending: Ending) => void)[],
  }
  let calls = 0
  let numbers = 0
  let ending: Ending | null = null

  socket.onmessage = (event) => receive(new Uint8Array(event.data as ArrayBuffer))
  socket.onclose = ({ code, reason }) =>
    finish({ reason: code === REFUSED ? 'exit' : 'away', message: reason || CONNECTION_LOST })

  return {
    processes,
    watches,
    number: () => ++numbers,
    call(call, bytes) {
      if (ending) return Promise.reject(new Error(ending.message))
      const id = ++calls
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        socket.send(encodeFrame(CALL, id, encodeParcel(call, bytes)) as Uint8Array<ArrayBuffer>)
      })
    },
    input(process, bytes) {
      if (!ending) socket.send(encodeFrame(INPUT, process, bytes) as Uint8Array<ArrayBuffer>)
    },
    onPort: (listener) => void listeners.port.push(listener),
    onPreview: (listener) => void listeners.preview.push(listener),
    onQueued: (listener) => void listeners.queued.push(listener),
    onSleep: (listener) => void listeners.sleep.push(listener),
    onEnded(listener) {
      if (ending) listener(ending)
      else listeners.ended.push(listener)
    },
    close() {
      const closed = new Promise<void>((resolve) =>
        socket.addEventListener('close', () => resolve()),
      )
      finish({ reason: 'teardown', message: 'The container was closed.' })
      if (socket.readyState === WebSocket.CLOSED) return Promise.resolve()
      socket.close()
      return closed
    },
  }

  function receive(message: Uint8Array) {
    const { kind, id, body } = decodeFrame(message)
    switch (kind) {
      case REPLY:
        return receiveReply(id, body)
      case OUTPUT:
        return processes.get(id)?.output(body)
      case EXIT:
        return processes.get(id)?.exit(decodeJson(body) as ExitNote)
      case CHANGE:
        return watches.get(id)?.(decodeJson(body) as ChangeNote)
      case PORT:
        for (const listener of listeners.port) listener(decodeJson(body) as PortNote)
        return
      case PREVIEW:
        for (const listener of listeners.preview) listener(decodeJson(body) as PreviewNote)
        return
      case QUEUED:
        for (const listener of listeners.queued) listener(decodeJson(body) as QueueNote)
        return
      case ASLEEP:
      case AWAKE:
        for (const listener of listeners.sleep) listener(kind === ASLEEP)
        return
      case ENDED:
        return finish(decodeJson(body) as Ending)
    }
  }

  function receiveReply(id: number, body: Uint8Array) {
    const { json, bytes } = decodeParcel(body)
    const reply = json as Reply
    const call = waiting.get(id)
    waiting.delete(id)
    if ('error' in reply) call?.reject(new Error(reply.error.message))
    else call?.resolve({ value: reply.value, bytes })
  }

  // The socket may close before or after the host gave the reason; the first reason counts.
  function finish(now: Ending) {
    if (ending) return
    ending = now
    const message = now.reason === 'away' ? endingLine(now) : now.message
    for (const { reject } of waiting.values()) reject(new Error(message))
    waiting.clear()
    for (const listener of listeners.ended) listener(now)
    socket.close()
  }
}

/** The host ends a connection with it that breaks the protocol. */
const REFUSED = 1008

const CAN_NOT_CONNECT =
  'The container host refused the connection. Reload the page. If that does not help, the server may be down.'
const CONNECTION_LOST =
  'The connection to the container host was lost, and the container with it. Run again to go on.'
