/** The agent: the first program inside a sandbox. It does for the host what must be done from inside. */
import { closeSync } from 'node:fs'
import {
  CALL,
  CHANGE,
  CONNECT,
  decodeParcel,
  EXIT,
  encodeFrame,
  encodeJson,
  encodeParcel,
  type Frame,
  frameReader,
  HEALTH,
  INPUT,
  OUTPUT,
  PORT,
  READY,
  REPLY,
} from '../frames.ts'
import type { AgentCall, AgentConfig } from '../messages.ts'
import { watchDisk } from './disk.ts'
import { createFiles } from './files.ts'
import { createPorts } from './ports.ts'
import { createProcesses } from './processes.ts'
import { createTree } from './tree.ts'
import { createTunnels } from './tunnels.ts'
import { createWatches } from './watches.ts'
import { createWorkdir } from './workdir.ts'

const config = JSON.parse(process.argv[2] ?? '{}') as AgentConfig
for (const fd of config.close) closeSync(fd)
const send = (kind: number, id: number, body?: Uint8Array) => {
  process.stdout.write(encodeFrame(kind, id, body))
}

const MAX_BACKLOG = 1024 * 1024

const workdir = createWorkdir(config.projects)
const files = createFiles(workdir)
const tree = createTree(workdir)
const watches = createWatches(workdir, (watch, note) => send(CHANGE, watch, encodeJson(note)))
const ports = createPorts(config.ports, (note) => send(PORT, 0, encodeJson(note)))
const tunnels = createTunnels(send, ports.addressOf)
const processes = createProcesses(config, workdir, {
  output(id, bytes) {
    send(OUTPUT, id, bytes)
    // A host that reads slowly must not make the agent's memory grow.
    if (process.stdout.writableLength > MAX_BACKLOG) processes.pause()
  },
  exit: (id, note) => send(EXIT, id, encodeJson(note)),
  environment: ports.environment,
  started: ports.expect,
})

process.stdin.on('data', frameReader(receive))
process.stdin.on('end', leave)
process.stdout.on('drain', () => processes.resume())
process.stdout.on('error', leave)
if (config.measureDisk) watchDisk(config.projects, (note) => send(HEALTH, 0, encodeJson(note)))
send(READY, 0)

// The host is gone. Without bubblewrap nothing else would end what was started here.
function leave() {
  processes.end()
  process.exit(0)
}

function receive(frame: Frame) {
  switch (frame.kind) {
    case CALL:
      void answer(frame)
      return
    case INPUT:
      processes.write(frame.id, frame.body)
      // A program that serves on request was started long before its port opens.
      ports.expect()
      return
    case CONNECT:
      tunnels.connect(frame)
      return
    default:
      tunnels.receive(frame)
  }
}

async function answer(frame: Frame) {
  try {
    const { json, bytes } = decodeParcel(frame.body)
    const { value, raw } = await perform(json as AgentCall, bytes)
    send(REPLY, frame.id, encodeParcel({ value: value ?? null }, raw))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    send(REPLY, frame.id, encodeParcel({ error: { code: code ?? 'call-failed', message } }))
  }
}

interface Answer {
  value?: unknown
  raw?: Uint8Array
}

async function perform(call: AgentCall, bytes: Uint8Array): Promise<Answer> {
  switch (call.method) {
    case 'open':
      return { value: { cwd: await workdir.open(call.name), path: config.environment.PATH ?? '' } }
    case 'greet':
      return {}
    case 'readFile':
      return files.readFile(call.path, call.encoding)
    case 'writeFile':
      await files.writeFile(call.path, call.text ?? bytes, call.encoding)
      return {}
    case 'mkdir':
      return { value: await files.mkdir(call.path, call.recursive) }
    case 'readdir':
      return { value: await files.readdir(call.path) }
    case 'rm':
      await files.rm(call.path, call.force, call.recursive)
      return {}
    case 'rename':
      await files.rename(call.from, call.to)
      return {}
    case 'watch':
      await watches.open(call.watch, call.path, call.recursive)
      return {}
    case 'unwatch':
      watches.close(call.watch)
      return {}
    case 'mount':
      await tree.mount(bytes, call.at)
      return {}
    case 'export':
      return { raw: await tree.export(call.path, call.includes, call.excludes) }
    case 'spawn':
      await processes.spawn(call)
      return {}
    case 'kill':
      processes.kill(call.process)
      return {}
    default:
      throw unknownCall(call)
  }
}

const unknownCall = (call: never) =>
  new Error(`Expected a known call, received "${(call as { method?: unknown } | null)?.method}".`)
