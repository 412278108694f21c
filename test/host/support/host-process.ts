/** Starts a container host as a process of its own, under the user a test names. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { HostOptions, SandboxReport } from '../../../playground/host/index.ts'
import { buildScripts } from './build-scripts.ts'

export interface HostProcess {
  pid: number
  origin: string
  port: number
  sandbox: SandboxReport
  token(): string
  close(): Promise<void>
}

export interface User {
  name: string
  uid: number | undefined
}

/** Who the sandbox is tried as: root where the tests run as root, and an ordinary user always. */
export const USERS: User[] =
  process.getuid?.() === 0
    ? [
        { name: 'root', uid: undefined },
        { name: 'an ordinary user', uid: 65534 },
      ]
    : [{ name: 'an ordinary user', uid: undefined }]

/** Who can't be tried, with the reason. */
export const UNTRIED: { name: string; reason: string }[] =
  process.getuid?.() === 0
    ? []
    : [{ name: 'root', reason: 'the tests were not started by root, who alone can try it' }]

interface Around {
  /** The programs that the host finds. */
  programs?: string | undefined
  /** A file that is open in it as descriptors 63 and 200, beside a socket at 3 and 150. */
  leftOpen?: string
}

export const SITE = 'http://site.test'

export async function startHostProcess(
  user: User,
  options: Partial<Pick<HostOptions, 'limits' | 'warm' | 'wanted'>> = {},
  { programs = process.env.PATH, leftOpen }: Around = {},
): Promise<HostProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'telar-test-host-'))
  await chmod(folder, 0o755)
  const program = join(folder, 'host.mjs')
  await writeFile(program, await bundledProgram())
  if (user.uid !== undefined) await chown(folder, user.uid, user.uid)
  // As a shell or a supervisor leaves descriptors open in what it starts.
  const script = 'exec 200<>"$0" 63<"$0" 150<&3; exec "$@"'
  const [command, ...before] = leftOpen
    ? ['bash', '-c', script, leftOpen, process.execPath]
    : [process.execPath]
  const child = spawn(
    command!,
    [
      ...before,
      program,
      JSON.stringify({
        siteOrigins: [SITE],
        scripts: await scripts(),
        warm: 0,
        runtimeFolder: folder,
        ...options,
      }),
    ],
    {
      // The fourth is an end of a Unix socket.
      stdio: ['pipe', 'pipe', 'inherit', ...(leftOpen ? ['pipe' as const] : [])],
      cwd: folder,
      env: { ...process.env, PATH: programs },
      ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.uid }),
    },
  )
  const { origin, port, sandbox, tokens } = await firstLine(child)
  let used = 0
  return {
    pid: child.pid ?? 0,
    origin,
    port,
    sandbox,
    token: () => tokens[used++ % tokens.length]!,
    async close() {
      const exited = child.signalCode === null ? once(child, 'exit') : null
      child.stdin?.end()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Hello {
  origin: string
  port: number
  sandbox: SandboxReport
  tokens: string[]
}

async function firstLine(child: ChildProcess): Promise<Hello> {
  for await (const line of createInterface({ input: child.stdout! })) {
    child.stdout!.resume()
    return JSON.parse(line) as Hello
  }
  throw new Error('The host process ended before it said where it listens.')
}

let built: Promise<Awaited<ReturnType<typeof buildScripts>>> | undefined
const scripts = () => (built ??= buildScripts())

let bundled: Promise<string> | undefined
const bundledProgram = () =>
  (bundled ??= build({
    entryPoints: [fileURLToPath(new URL('./host-program.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  }).then((result) => result.outputFiles[0]!.text))
