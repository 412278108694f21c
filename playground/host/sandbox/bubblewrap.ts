/** Starts sandboxes under bubblewrap: no network, no capabilities, no user namespaces, a bounded disk. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { release } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import type { Limits } from '../limits.ts'
import type { AgentConfig } from '../messages.ts'
import { type Cgroup, probeCgroups } from './cgroup.ts'
import { seal } from './inherited.ts'
import { NICENESS } from './niceness.ts'
import { AGENT_FILE, type Runtime } from './runtime.ts'
import { type Sandbox, type SandboxMaker, tailOf } from './sandbox.ts'
import { createUsers, type Users } from './users.ts'

/** Throws with bubblewrap's own message if it can't run. */
export async function bubblewrapMaker(
  runtime: Runtime,
  limits: Limits,
  useCgroups: boolean,
): Promise<SandboxMaker> {
  const users = createUsers()
  await probe(runtime, limits, users)
  const cgroups = useCgroups ? await probeCgroups(limits) : null
  let count = 0
  return {
    kind: 'bubblewrap',
    reason: '',
    notHeld: [],
    async start() {
      const user = users.take()
      const name = `telar-${process.pid}-${++count}`
      // Releases everything when the sandbox is gone, even if it never started.
      const cgroup = (await cgroups?.create(name, limits)) ?? null
      const isByNiceness = !cgroups?.sharesProcessors
      return launch({ runtime, limits, cgroup, isByNiceness, ...user })
    },
    async close() {
      await cgroups?.close()
    },
  }
}

interface Launch {
  runtime: Runtime
  limits: Limits
  cgroup: Cgroup | null
  isByNiceness: boolean
  identity: { uid?: number; gid?: number }
  giveBack(): void
}

async function launch(setting: Launch): Promise<Sandbox> {
  const { runtime, limits, cgroup, isByNiceness, identity, giveBack } = setting
  const { stdio, close } = seal(['pipe', 'pipe', 'pipe', 'pipe', 'pipe'])
  const config: AgentConfig = { ...CONFIG, close }
  const command = [NODE, ...AGENT_FLAGS, `/opt/telar/${AGENT_FILE}`, JSON.stringify(config)]
  // `nice` replaces itself by exec, so the sandbox is the very process that was started.
  const words = [...NICE, 'bwrap', ...walls(runtime, limits), ...HELD_BACK, '--', ...command]
  const child = spawn('nice', words, {
    ...identity,
    cwd: '/',
    env: OUTSIDE,
    stdio,
  })
  const tail = tailOf(child)
  child.on('error', () => {})
  for (const stream of child.stdio) stream?.on('error', () => {})
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const gone = exited.then(async () => {
    const last = await cgroup?.counters().catch(() => null)
    await cgroup?.remove()
    giveBack()
    return { said: tail(), outOfMemory: (last?.memoryKills ?? 0) > 0 }
  })
  try {
    const root = await firstProcess(child, exited)
    await cgroup?.add(root)
    await boundProcess(root, identity, limits, cgroup !== null)
    // The sandbox is paused before its first program until here, so no limit comes too late.
    ;(child.stdio[3] as Writable).end('go')
    return {
      root,
      input: child.stdin!,
      output: child.stdout!,
      isByNiceness,
      counters: cgroup && (() => cgroup.counters()),
      kill: () => killBoth(child, root),
      gone,
    }
  } catch (error) {
    child.kill('SIGKILL')
    await gone
    throw new Error(tail() || (error as Error).message)
  }
}

// Each of the two processes ends with the other; killing both is fastest.
function killBoth(child: ChildProcess, root: number) {
  if (child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(root, 'SIGKILL')
  } catch {
    // Gone already.
  }
  child.kill('SIGKILL')
}

/** The pid of the sandbox's first process, as bubblewrap reports it. */
async function firstProcess(child: ChildProcess, exited: Promise<void>): Promise<number> {
  const info = child.stdio[4] as Readable
  let text = ''
  const told = (async () => {
    for await (const chunk of info) {
      text += chunk
      if (text.trimEnd().endsWith('}')) break
    }
  })()
  await Promise.race([told, exited])
  const pid = (JSON.parse(text || '{}') as { 'child-pid'?: number })['child-pid']
  if (!pid)
    throw new Error('Expected bubblewrap to make a sandbox, received the end of its process.')
  return pid
}

/** Resource limits, set from outside by the sandbox's own user: root may lack the capability for another user's process. */
async function boundProcess(
  pid: number,
  identity: { uid?: number; gid?: number },
  limits: Limits,
  hasCgroup: boolean,
) {
  const bounds = ['--core=0:0', '--nofile=2048:2048']
  if (!hasCgroup) {
    const data = (limits.memoryMB + DATA_SLACK_MB) * 1024 * 1024
    bounds.push(`--data=${data}:${data}`)
    // A refused Node dies at once and is not counted, so the limit is higher than what the watchdog already ends.
    const wall = 2 * limits.tasks
    if (countsByNamespace() || identity.uid !== undefined) bounds.push(`--nproc=${wall}:${wall}`)
  }
  // Without the tool only the watchdog enforces the limits.
  await run('prlimit', ['--pid', String(pid), ...bounds], { ...identity, cwd: '/' }).catch(() => {})
}

// Since Linux 5.14 each user namespace counts its own processes; before, all of the user's were counted together.
function countsByNamespace(): boolean {
  const [major = 0, minor = 0] = release().split('.').map(Number)
  return major > 5 || (major === 5 && minor >= 14)
}

async function probe(runtime: Runtime, limits: Limits, users: Users) {
  const { identity, giveBack } = users.take()
  try {
    const { stdout } = await run('bwrap', [...walls(runtime, limits), '--', NODE, '--version'], {
      ...identity,
      cwd: '/',
      env: OUTSIDE,
      timeout: 20_000,
    })
    if (stdout.trim() !== process.version)
      throw new Error(
        `Expected Node in the sandbox to print ${process.version}, received "${stdout.trim()}".`,
      )
  } finally {
    giveBack()
  }
}

function walls(runtime: Runtime, limits: Limits): string[] {
  const megabytes = (count: number) => String(count * 1024 * 1024)
  return [
    ...['--unshare-all', '--unshare-user', '--disable-userns', '--cap-drop', 'ALL'],
    ...['--uid', '1000', '--gid', '1000', '--hostname', 'telar'],
    ...['--die-with-parent', '--new-session', '--clearenv'],
    ...runtime.entries.flatMap((name) => ['--ro-bind', join(runtime.root, name), `/${name}`]),
    ...['--ro-bind', runtime.agent, '/opt/telar'],
    ...['--proc', '/proc', '--ro-bind', '/proc/sys', '/proc/sys'],
    // `/` and `/dev` are tmpfs without a size limit, so they must not be writable.
    ...['--dev', '/dev', '--size', megabytes(limits.scratchMB), '--tmpfs', '/dev/shm'],
    ...['--remount-ro', '/dev'],
    ...['--size', megabytes(limits.scratchMB), '--tmpfs', '/tmp'],
    ...['--size', megabytes(limits.diskMB), '--tmpfs', '/home', '--dir', '/home/projects'],
    ...['--chdir', '/home', '--remount-ro', '/'],
  ]
}

// bubblewrap clears the environment for what it starts.
const OUTSIDE = { NODE_ENV: 'production' as const, PATH: process.env.PATH }
const NICE = ['-n', String(NICENESS)]
const HELD_BACK = ['--block-fd', '3', '--info-fd', '4']
const NODE = '/usr/bin/node'
// The agent does little: with fewer threads and a smaller young generation more remains for the reader.
const AGENT_FLAGS = ['--v8-pool-size=1', '--max-semi-space-size=2', '--no-warnings']
// What Node maps but hardly uses: thread stacks, code, the young generation of each worker.
const DATA_SLACK_MB = 1024

const CONFIG: Omit<AgentConfig, 'close'> = {
  projects: '/home/projects',
  node: NODE,
  nodeFlags: [],
  ports: 'table',
  groups: true,
  measureDisk: true,
  enforced: {},
  environment: { PATH: '/usr/bin', HOME: '/home', TMPDIR: '/tmp', LANG: 'C.UTF-8', TERM: 'dumb' },
}

const run = promisify(execFile)
