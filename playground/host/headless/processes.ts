/** Processes of the client library: output in complete characters, input, exit, kill. */
import { proxy } from 'comlink'
import type { Connection } from './connection.ts'

export interface RunOptions {
  command: string
  args: string[]
  cwd?: string
  env?: Record<string, string | number | boolean>
}

/** Receives bytes, and null at the end. */
export type Listener = (bytes: Uint8Array | null) => void

/** The exit code of a process that ended with its container, as after SIGKILL. */
const ENDED_WITH_CONTAINER = 137

export function createProcesses(connection: Connection) {
  const running = new Set<(lastLine: string) => void>()

  return {
    async run(options: RunOptions, output: Listener | undefined) {
      const id = connection.number()
      const cut = wholeCharacters()
      let settle: (code: number) => void = () => {}
      const onExit = new Promise<number>((resolve) => {
        settle = resolve
      })
      const show = (bytes: Uint8Array) => {
        if (output && bytes.length > 0) output(bytes)
      }
      const finish = (code: number) => {
        if (!connection.processes.delete(id)) return
        running.delete(end)
        show(cut.rest())
        output?.(null)
        settle(code)
      }
      const end = (lastLine: string) => {
        show(encoder.encode(`\n${lastLine}\n`))
        finish(ENDED_WITH_CONTAINER)
      }
      connection.processes.set(id, {
        output: (bytes) => show(cut.take(bytes)),
        exit: ({ code }) => finish(code),
      })
      running.add(end)
      try {
        await start(id, options, output === undefined)
      } catch (error) {
        connection.processes.delete(id)
        running.delete(end)
        throw error
      }
      return proxy({
        onExit,
        write: (text: string) => connection.input(id, encoder.encode(text)),
        // The client library does not wait for these, so they never reject.
        kill: () => void connection.call({ method: 'kill', process: id }).catch(() => {}),
        // There is no terminal to resize: output uses pipes.
        resize() {},
      })
    },

    /** The container has ended: each process prints the reason as its last line and exits. */
    end(lastLine: string) {
      for (const finish of [...running]) finish(lastLine)
    },
  }

  async function start(process: number, options: RunOptions, quiet: boolean) {
    const { command, args, cwd = null, env = {} } = options
    const text = Object.entries(env).map(([name, value]) => [name, String(value)] as const)
    await connection.call({
      method: 'spawn',
      process,
      command,
      args: args.map(String),
      cwd,
      env: Object.fromEntries(text),
      quiet,
    })
  }
}

/** The client library decodes each chunk by itself, so a character must not be split. */
export function wholeCharacters() {
  let held = new Uint8Array(0)
  return {
    take(bytes: Uint8Array): Uint8Array {
      const all = new Uint8Array(held.length + bytes.length)
      all.set(held)
      all.set(bytes, held.length)
      const end = all.length - unfinished(all)
      held = all.slice(end)
      return all.slice(0, end)
    },
    rest(): Uint8Array {
      const rest = held
      held = new Uint8Array(0)
      return rest
    },
  }
}

/** How many bytes at the end are an incomplete UTF-8 character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return size > back ? back : 0
  }
  return 0
}

const encoder = new TextEncoder()
