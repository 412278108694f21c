/** Programs of a project that a test starts: where they answer, what they print, and their end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export interface Program {
  address: string
  port: number
  /** All it has printed. */
  printed(): string
  /** Ends it and what it has started. */
  end(): Promise<void>
}

/** Starts a program that says where to open it, and waits until it does. Its port is a free one unless it is given. */
export async function started(
  command: string,
  args: readonly string[],
  cwd: string,
  port?: number,
): Promise<Program> {
  port ??= await freePort()
  const env = { ...process.env, PORT: String(port) }
  // Tests have one of their own, which nobody has who takes a project home.
  Reflect.deleteProperty(env, 'NODE_ENV')
  const child = spawn(command, args, {
    cwd,
    env,
    // A group of its own, so that all of it can be ended.
    detached: true,
  })
  let said = ''
  const opened = new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data
      if (/Open http:/.test(said)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
  await opened
  return {
    address: `http://localhost:${port}`,
    port,
    printed: () => said,
    end: () => endGroup(child),
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  process.kill(-child.pid!, 'SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
