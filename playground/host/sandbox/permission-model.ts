/** The weaker kind where bubblewrap can't run: Node's permission model in a folder of its own, on the loopback. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AgentConfig } from '../messages.ts'
import { readProcessTable, useOfTree } from './process-table.ts'
import { AGENT_FILE, LISTEN_FILE, type Runtime } from './runtime.ts'
import { type Sandbox, type SandboxMaker, tailOf } from './sandbox.ts'

export function permissionModelMaker(runtime: Runtime, reason: string): SandboxMaker {
  return {
    kind: 'permission-model',
    reason,
    notHeld: NOT_HELD,
    start: () => launch(runtime),
    async close() {},
  }
}

const NOT_HELD = [
  "The code can reach the network, this machine's own services included.",
  'A symbolic link may lead to files outside of the project.',
  'The disk is not bounded.',
  'Memory, processes and processor time are looked at only now and then.',
  'The code runs as the same user as this server.',
]

async function launch(runtime: Runtime): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'telar-container-')))
  const projects = join(folder, 'projects')
  await mkdir(projects)
  const agent = await realpath(join(runtime.agent, AGENT_FILE))
  const listen = await realpath(join(runtime.agent, LISTEN_FILE))
  const config: AgentConfig = {
    projects,
    node: process.execPath,
    nodeFlags: [
      ...permission([projects, listen], projects),
      '--allow-worker',
      ...['--require', listen],
    ],
    ports: 'reported',
    groups: false,
    measureDisk: false,
    environment: { PATH: process.env.PATH ?? '', HOME: projects, TMPDIR: projects },
  }
  const flags = [...permission([projects, agent], projects), '--allow-child-process']
  const child = spawn(process.execPath, [...flags, agent, JSON.stringify(config)], {
    cwd: projects,
    env: config.environment as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const tail = tailOf(child)
  for (const stream of child.stdio) stream?.on('error', () => {})
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  }).then(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    return { said: tail(), outOfMemory: false }
  })
  return {
    root: child.pid ?? 0,
    input: child.stdin,
    output: child.stdout,
    counters: () => null,
    kill: () => void killTree(child.pid ?? 0),
    gone,
  }
}

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

// The agent leads a group with the reader's processes in it; where the kernel has a table, what left the group is found too.
async function killTree(root: number) {
  if (root === 0) return
  const rows = await readProcessTable().catch(() => [])
  for (const target of [-root, ...useOfTree(rows, root).pids])
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // Gone already, or a system without groups.
    }
}
