/** Starts the reader's processes, passes them input, and ends them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import type { AgentCall, AgentConfig, ExitNote } from '../messages.ts'
import type { Workdir } from './workdir.ts'

interface Listeners {
  output(id: number, bytes: Uint8Array): void
  exit(id: number, note: ExitNote): void
  /** What is added to the environment of each process. */
  environment(): Promise<object>
  started(): void
}

/** How long a process may handle SIGTERM before it is killed. */
const GRACE = 500
/** How long to wait, after a process has ended, for output of children that it left. */
const LINGER = 150

export function createProcesses(config: AgentConfig, workdir: Workdir, listeners: Listeners) {
  const running = new Map<number, ChildProcess>()

  return {
    async spawn(call: Extract<AgentCall, { method: 'spawn' }>) {
      if (running.has(call.process))
        throw new Error(
          `Expected a new process number, received ${call.process}, which is in use. Choose another.`,
        )
      if (call.command !== 'node') throw noSuchCommand(call.command)
      const noticed = await listeners.environment()
      const child = spawn(config.node, [...config.nodeFlags, ...call.args], {
        cwd: workdir.resolve(call.cwd ?? '.'),
        env: {
          ...config.environment,
          ...call.env,
          ...config.enforced,
          ...noticed,
        } as NodeJS.ProcessEnv,
        detached: config.groups,
        stdio: 'pipe',
      })
      await once(child, 'spawn')
      running.set(call.process, child)
      listeners.started()
      follow(call.process, child, call.quiet)
    },

    write(id: number, bytes: Uint8Array) {
      running.get(id)?.stdin?.write(bytes)
    },

    /** Stops reading their output; `resume` continues. */
    pause: () => eachOutput((stream) => stream.pause()),
    resume: () => eachOutput((stream) => stream.resume()),

    /** Ends all of them, at once. */
    end() {
      for (const child of running.values()) signal(child, 'SIGKILL')
    },

    kill(id: number) {
      const child = running.get(id)
      if (!child) return
      signal(child, 'SIGTERM')
      setTimeout(() => signal(child, 'SIGKILL'), GRACE).unref()
    },
  }

  function eachOutput(act: (stream: Readable) => void) {
    for (const { stdout, stderr } of running.values())
      for (const stream of [stdout, stderr]) if (stream) act(stream)
  }

  function follow(id: number, child: ChildProcess, quiet: boolean) {
    child.on('error', () => {})
    child.stdin?.on('error', () => {})
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        if (!quiet) listeners.output(id, bytes)
      })
    void ended(child).then((note) => {
      running.delete(id)
      listeners.exit(id, note)
    })
  }

  function signal(child: ChildProcess, name: 'SIGTERM' | 'SIGKILL') {
    try {
      if (config.groups && child.pid) process.kill(-child.pid, name)
      else child.kill(name)
    } catch {
      // The group is gone already.
    }
  }
}

// `close` waits for every holder of the pipes; a child left behind would delay the exit for ever.
async function ended(child: ChildProcess): Promise<ExitNote> {
  const closed = once(child, 'close')
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LINGER))])
  return { code: code ?? 128 + (signal ? constants.signals[signal] : 0) }
}

const noSuchCommand = (command: unknown) =>
  Object.assign(
    new Error(
      `ENOENT: expected the command "node", received "${String(command)}"; this container has no other`,
    ),
    { code: 'ENOENT' },
  )
