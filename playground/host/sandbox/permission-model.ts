/** The weaker kind, used if bubblewrap can't run: Node's permission model in a separate folder, on the loopback. */
import { execFile, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { AgentConfig } from '../messages.ts'
import { seal } from './inherited.ts'
import { NICENESS } from './niceness.ts'
import { readProcessTable, useOfTree } from './process-table.ts'
import { AGENT_FILE, LISTEN_FILE, type Runtime } from './runtime.ts'
import { type Sandbox, type SandboxMaker, tailOf } from './sandbox.ts'
import { createUsers, type Users } from './users.ts'

export async function permissionModelMaker(
  runtime: Runtime,
  reason: string,
): Promise<SandboxMaker> {
  const users = createUsers()
  const node = join(runtime.root, 'usr/bin/node')
  const drops = await canDrop(node, users)
  return {
    kind: 'permission-model',
    reason,
    notHeld: drops ? NOT_HELD : [...NOT_HELD, SAME_USER],
    start: () =>
      drops
        ? launch(runtime, node, users.take())
        : launch(runtime, process.execPath, { identity: {}, giveBack() {} }),
    async close() {},
  }
}

/** As root, each container gets its own user here too, if the system allows it. */
async function canDrop(node: string, users: Users): Promise<boolean> {
  const { identity, giveBack } = users.take()
  try {
    if (identity.uid === undefined) return false
    await promisify(execFile)(node, ['--version'], { ...identity, cwd: '/' })
    return true
  } catch {
    return false
  } finally {
    giveBack()
  }
}

const NOT_HELD = [
  "The code can reach the network, this machine's own services included.",
  'A symbolic link may lead to files outside of the project.',
  'The disk is not bounded.',
  'Memory, processes and processor time are looked at only now and then.',
]
const SAME_USER = 'The code runs as the same user as this server.'

async function launch(
  runtime: Runtime,
  node: string,
  { identity, giveBack }: ReturnType<Users['take']>,
): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'telar-container-')))
  const projects = join(folder, 'projects')
  await mkdir(projects)
  if (identity.uid !== undefined && identity.gid !== undefined)
    for (const path of [folder, projects]) await chown(path, identity.uid, identity.gid)
  const agent = await realpath(join(runtime.agent, AGENT_FILE))
  const listen = await realpath(join(runtime.agent, LISTEN_FILE))
  const flagsOfReader = [
    ...permission([projects, listen], projects),
    '--allow-worker',
    `--require=${listen}`,
  ]
  const { stdio, close } = seal(['pipe', 'pipe', 'pipe'])
  const config: AgentConfig = {
    close,
    projects,
    node,
    // A program started by the page may start Node again, as the playground does for each run; the second one may not.
    nodeFlags: ['--allow-child-process'],
    ports: 'reported',
    groups: false,
    measureDisk: false,
    environment: { PATH: process.env.PATH ?? '', HOME: projects, TMPDIR: projects },
    // By the environment and not by flags, so that child processes get it too.
    enforced: { NODE_OPTIONS: flagsOfReader.map(quoted).join(' ') },
  }
  const flags = [...permission([projects, agent], projects), '--allow-child-process']
  const child = spawn(node, [...flags, agent, JSON.stringify(config)], {
    ...identity,
    cwd: projects,
    env: config.environment as NodeJS.ProcessEnv,
    detached: true,
    stdio,
  })
  try {
    if (child.pid) setPriority(child.pid, NICENESS)
  } catch {
    // Not allowed, for example for another user's process: then they share equally.
  }
  const tail = tailOf(child)
  for (const stream of child.stdio) stream?.on('error', () => {})
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  }).then(async () => {
    // Its children may outlive it.
    await killTree(child.pid ?? 0)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    giveBack()
    return { said: tail(), outOfMemory: false }
  })
  return {
    root: child.pid ?? 0,
    input: child.stdin!,
    output: child.stdout!,
    isByNiceness: true,
    counters: null,
    kill: () => void killTree(child.pid ?? 0),
    gone,
  }
}

// From version 24 on, a Node that does not find `--permission` there as a separate word adds its own permissions to child processes.
const quoted = (flag: string) =>
  /[\s"\\]/.test(flag) ? `"${flag.replace(/["\\]/g, '\\$&')}"` : flag

function permission(readable: string[], writable: string): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  return [
    flag,
    '--no-warnings',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${writable}`,
  ]
}

// The agent leads a group with the reader's processes in it; if the kernel has a table, processes that left the group are found too.
async function killTree(root: number) {
  if (root === 0) return
  const rows = await readProcessTable().catch(() => [])
  for (const target of [-root, ...useOfTree(rows, root).pids])
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // Already gone, or a system without groups.
    }
}
