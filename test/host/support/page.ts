/** Boots a container as the headless page does, without a browser. */

import { request } from 'node:http'
import { WebSocket } from 'ws'
import type { Ending } from '../../../playground/host/ending.ts'
import {
  CALL,
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
  QUEUED,
  REPLY,
} from '../../../playground/host/frames.ts'
import type { HeadlessSettings } from '../../../playground/host/headless/settings.ts'
import type {
  AgentCall,
  HostCall,
  PortNote,
  QueueNote,
  Reply,
} from '../../../playground/host/messages.ts'
import { Bell } from '../../support/bell.ts'

export interface Page {
  cwd: string
  call(call: AgentCall | HostCall, bytes?: Uint8Array): Promise<{ value: unknown; bytes: Buffer }>
  write(path: string, text: string): Promise<void>
  /** Starts `node` with these arguments. */
  node(...args: string[]): Promise<Running>
  /** Runs a module to its end: what it printed and its exit code. */
  run(source: string): Promise<{ output: string; code: number }>
  port(port: number): Promise<PortNote>
  /** Frames as they come, for what has no call. */
  on(listener: (kind: number, id: number, body: Uint8Array) => void): void
  ended: Promise<Ending>
  close(): void
}

export interface Running {
  output(): string
  /** Resolves once the output holds `text`. */
  says(text: string): Promise<void>
  exit: Promise<number>
  input(text: string): void
  kill(): Promise<void>
}

export async function bootPage(
  host: { port: number; token(): string },
  open: Partial<HostCall> = {},
  queued: (position: number) => void = () => {},
): Promise<Page> {
  const settings = await readSettings(host.port, host.token())
  if (settings.refusal) throw new Error(settings.refusal)
  const socket = new WebSocket(
    `ws://127.0.0.1:${host.port}/api/container`,
    ['telar-container', settings.ticket ?? ''],
    { origin: `http://127.0.0.1:${host.port}` },
  )
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return follow(socket, open, queued)
}

async function follow(
  socket: WebSocket,
  open: Partial<HostCall>,
  queued: (position: number) => void,
): Promise<Page> {
  const waiting = new Map<number, { resolve(it: never): void; reject(error: Error): void }>()
  const listeners: ((kind: number, id: number, body: Uint8Array) => void)[] = []
  const ports: PortNote[] = []
  let calls = 0
  let numbers = 0
  const ended = new Promise<Ending>((resolve) => {
    listeners.push((kind, _id, body) => {
      if (kind === ENDED) resolve(decodeJson(body) as Ending)
      if (kind === PORT) ports.push(decodeJson(body) as PortNote)
    })
  })
  void ended.then(({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message))
  })
  socket.on('message', (data) => {
    const { kind, id, body } = decodeFrame(data as Buffer)
    for (const listener of [...listeners]) listener(kind, id, body)
    if (kind === QUEUED) queued((decodeJson(body) as QueueNote).position)
    if (kind !== REPLY) return
    const { json, bytes } = decodeParcel(body)
    const reply = json as Reply
    const call = waiting.get(id)
    waiting.delete(id)
    if ('error' in reply) call?.reject(new Error(reply.error.message))
    else call?.resolve({ value: reply.value, bytes: Buffer.from(bytes) } as never)
  })

  const call: Page['call'] = (message, bytes) =>
    new Promise((resolve, reject) => {
      const id = ++calls
      waiting.set(id, { resolve, reject })
      socket.send(encodeFrame(CALL, id, encodeParcel(message, bytes)))
    })

  const node = async (...args: string[]): Promise<Running> => {
    const process = ++numbers
    let output = ''
    const changes = new Bell()
    const exit = new Promise<number>((resolve, reject) => {
      void ended.then(({ message }) => reject(new Error(`Ended with its container: ${message}`)))
      listeners.push((kind, id, body) => {
        if (id !== process) return
        if (kind === OUTPUT) output += Buffer.from(body).toString('utf8')
        if (kind === EXIT) resolve((decodeJson(body) as { code: number }).code)
        changes.ring()
      })
    })
    exit.catch(() => {})
    const command = { command: 'node', args, cwd: null, env: {}, quiet: false }
    await call({ method: 'spawn', process, ...command })
    return {
      exit,
      output: () => output,
      input: (text) => socket.send(encodeFrame(INPUT, process, Buffer.from(text))),
      kill: async () => void (await call({ method: 'kill', process })),
      async says(text) {
        while (!output.includes(text))
          await Promise.race([
            changes.rung(),
            exit.then((code) => {
              if (!output.includes(text)) throw new Error(`Exited with ${code}: ${output}`)
            }),
          ])
      },
    }
  }

  const write: Page['write'] = async (path, text) => {
    await call({ method: 'writeFile', path, text, encoding: null })
  }
  const { value } = await call({
    method: 'open',
    name: 'demo',
    forwardPreviewErrors: false,
    ...open,
  } as HostCall)
  return {
    cwd: (value as { cwd: string }).cwd,
    call,
    node,
    write,
    ended,
    async run(source) {
      const file = `run-${++numbers}.mjs`
      await write(file, source)
      const running = await node(file)
      const code = await running.exit
      return { output: running.output(), code }
    },
    async port(wanted) {
      for (;;) {
        const found = ports.find(({ port, open: isOpen }) => port === wanted && isOpen)
        if (found) return found
        await new Promise<void>((resolve) => {
          listeners.push((kind) => {
            if (kind === PORT) resolve()
          })
        })
      }
    },
    on: (listener) => void listeners.push(listener),
    close: () => socket.terminate(),
  }
}

/** What the host wrote into its headless page. */
export async function readSettings(port: number, token: string): Promise<HeadlessSettings> {
  const { body } = await get(port, `/headless?version=1.6.4&client_id=${token}`)
  const content = /name="settings" content="([^"]*)"/.exec(body)?.[1] ?? 'null'
  return JSON.parse(content.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))
}

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Asks 127.0.0.1 with the Host header a browser would send. */
export function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: `localhost:${port}`, ...headers },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
