/** Prepares the files of every sandbox, once and readable by all: Node, its libraries, a small /etc, the agent. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import {
  chmod,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HostError } from '../host-error.ts'

export interface Runtime {
  /** Its entries (`usr`, `lib`, `etc`, …) are mounted at `/` of each sandbox. */
  root: string
  entries: string[]
  /** Holds `agent.cjs` and `listen.cjs`. */
  agent: string
  /** Removes what only this process uses; keeps a layout that the next start can use. */
  remove(): Promise<void>
}

interface AgentScripts {
  agent: string
  listen: string
}

/** Names of the files in `Runtime.agent`. */
export const AGENT_FILE = 'agent.cjs'
export const LISTEN_FILE = 'listen.cjs'

/** Reuses a layout of the same Node and agent; the folder must belong to this user, and nobody else may write it. */
export async function prepareRuntime(scripts: AgentScripts, folder?: string): Promise<Runtime> {
  const { base, passing } = await ownFolder(folder)
  const node = await stat(process.execPath)
  const root = await layOnce(
    join(
      base,
      `node-${digest(`${process.execPath} ${process.version} ${node.size} ${node.mtimeMs}`)}`,
    ),
    layNode,
  )
  const agent = await layOnce(
    join(base, `agent-${digest(scripts.agent + scripts.listen)}`),
    async (at) => {
      await writeFile(join(at, AGENT_FILE), scripts.agent)
      await writeFile(join(at, LISTEN_FILE), scripts.listen)
    },
  )
  return {
    root,
    entries: await readdir(root),
    agent,
    remove: async () => {
      if (passing) await rm(base, { recursive: true, force: true })
    },
  }
}

/** As root a system folder, since an unprivileged uid can't read anything below /root; otherwise the user's cache. */
async function ownFolder(wanted?: string): Promise<{ base: string; passing: boolean }> {
  const candidates = wanted
    ? [wanted]
    : process.getuid?.() === 0
      ? ['/var/lib/telar']
      : [join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'telar')]
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o755 })
      const found = await stat(folder)
      const ours = process.getuid === undefined || found.uid === process.getuid()
      if (ours && (found.mode & 0o022) === 0) return { base: folder, passing: false }
    } catch {
      // No writable home, as for `nobody`: tries the next place.
    }
  }
  if (wanted)
    throw new HostError(
      'runtime-unusable',
      `Expected a runtime folder that only this user can write to, received ${wanted}. Choose another folder.`,
    )
  const folder = await mkdtemp(join(tmpdir(), 'telar-runtime-'))
  await chmod(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return { base: folder, passing: true }
}

// Two hosts may start at the same time: each prepares its own folder and the first rename wins.
async function layOnce(target: string, lay: (at: string) => Promise<void>): Promise<string> {
  if (await exists(target)) return target
  const aside = await mkdtemp(`${target}-`)
  try {
    await chmod(aside, 0o755)
    await lay(aside)
    await rename(aside, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  return target
}

async function layNode(at: string) {
  await place(process.execPath, join(at, 'usr/bin/node'), 0o755)
  for (const library of loadedLibraries()) await place(library, join(at, library), 0o755)
  await mkdir(join(at, 'etc'), { recursive: true })
  for (const [name, text] of Object.entries(ETC)) await writeFile(join(at, 'etc', name), text)
}

/** The shared objects of this very process, so that the copy runs wherever the original does. */
function loadedLibraries(): string[] {
  const report = process.report?.getReport() as { sharedObjects?: unknown } | undefined
  const found = Array.isArray(report?.sharedObjects) ? report.sharedObjects : []
  return found.filter((it): it is string => typeof it === 'string' && /^\/.+\.so/.test(it))
}

// A link costs nothing if it is allowed; a copy works across file systems and owners.
async function place(path: string, to: string, mode: number) {
  const from = await realpath(path)
  await mkdir(dirname(to), { recursive: true })
  const readable = ((await stat(from)).mode & 0o005) === 0o005
  const linked =
    readable &&
    (await link(from, to).then(
      () => true,
      () => false,
    ))
  if (linked && (await stat(to)).isFile()) return
  await rm(to, { force: true })
  await copyFile(from, to)
  await chmod(to, mode)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const ETC = {
  hosts: '127.0.0.1 localhost telar\n::1 localhost\n',
  passwd: 'reader:x:1000:1000::/home:/bin/false\n',
  group: 'reader:x:1000:\n',
  'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
}
