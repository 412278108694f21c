/** Gives each container its own cgroup (version 1 or 2) that limits memory and tasks; all of them share one part of the processors. */
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import type { Limits } from '../limits.ts'

export interface Cgroup {
  add(pid: number): Promise<void>
  /** Kills for memory and refused forks so far. */
  counters(): Promise<{ memoryKills: number; refusedForks: number }>
  remove(): Promise<void>
}

interface Cgroups {
  version: 1 | 2
  /** Where its groups are created. */
  folders: string[]
  /** The processors are shared by group; otherwise only niceness keeps containers below the site. */
  sharesProcessors: boolean
  create(name: string, limits: Limits): Promise<Cgroup>
  close(): Promise<void>
}

/** The group around those of all containers: together they have half the weight of the site. */
const AROUND = `telar-${process.pid}`

/** Finds out by creating one and setting a limit; null if this process may not. */
export async function probeCgroups(limits: Limits): Promise<Cgroups | null> {
  for (const cgroups of [await versionTwo(), versionOne()]) {
    try {
      for (const folder of cgroups.folders) await sweep(folder)
      const trial = await cgroups.create(`telar-probe-${process.pid}`, limits)
      const counted = await trial.counters().finally(() => trial.remove())
      if (Number.isInteger(counted.memoryKills) && Number.isInteger(counted.refusedForks))
        return cgroups
    } catch {
      await cgroups.close()
      // Not writable here, or we may not use the controllers: tries the next way.
    }
  }
  return null
}

/** Removes the groups of a host that was killed: they carry its process number. */
async function sweep(folder: string) {
  for (const name of await readdir(folder)) {
    const pid = Number(/^telar-(?:probe-)?(\d+)/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    await sweep(`${folder}/${name}`).catch(() => {})
    await rmdir(`${folder}/${name}`).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function versionOne(): Cgroups {
  const folders = ['/sys/fs/cgroup/memory', '/sys/fs/cgroup/pids']
  const processors = '/sys/fs/cgroup/cpu'
  const around = `${processors}/${AROUND}`
  const cgroups: Cgroups = {
    version: 1,
    folders: [...folders, processors],
    sharesProcessors: false,
    async create(name, limits) {
      cgroups.sharesProcessors ||= await makeGroup(around, () =>
        writeFile(`${around}/cpu.shares`, '512'),
      )
      const memory = `/sys/fs/cgroup/memory/${name}`
      const pids = `/sys/fs/cgroup/pids/${name}`
      const bytes = String(limits.memoryMB * 1024 * 1024)
      const cpu = cgroups.sharesProcessors ? [`${around}/${name}`] : []
      return cgroupIn(
        [memory, pids, ...cpu],
        async () => {
          await writeFile(`${memory}/memory.limit_in_bytes`, bytes)
          // Kernels without swap accounting have no such file, and then there is no swap to limit.
          await writeFile(`${memory}/memory.memsw.limit_in_bytes`, bytes).catch(() => {})
          await writeFile(`${pids}/pids.max`, String(limits.tasks))
        },
        { file: `${memory}/memory.oom_control`, word: 'oom_kill' },
        { file: `${pids}/pids.events`, word: 'max' },
      )
    },
    close: () => rmdir(around).catch(() => {}),
  }
  return cgroups
}

/** Below the group that this process is in, as for a service with `Delegate=yes`; otherwise below the root group. */
async function versionTwo(): Promise<Cgroups> {
  const own = /^0::(\/.*)$/m.exec(await readFile('/proc/self/cgroup', 'utf8').catch(() => ''))
  const base = `/sys/fs/cgroup${own && own[1] !== '/' ? own[1] : ''}`
  const around = `${base}/${AROUND}`
  const cgroups: Cgroups = {
    version: 2,
    folders: [base],
    sharesProcessors: false,
    async create(name, limits) {
      await writeFile(`${base}/cgroup.subtree_control`, '+memory +pids')
      await mkdir(around).catch(unlessThere)
      await writeFile(`${around}/cgroup.subtree_control`, '+memory +pids')
      // We may not use this controller.
      cgroups.sharesProcessors ||= await makeGroup(around, async () => {
        await writeFile(`${base}/cgroup.subtree_control`, '+cpu')
        await writeFile(`${around}/cpu.weight`, '50')
      })
      const folder = `${around}/${name}`
      return cgroupIn(
        [folder],
        async () => {
          await writeFile(`${folder}/memory.max`, String(limits.memoryMB * 1024 * 1024))
          await writeFile(`${folder}/memory.swap.max`, '0').catch(() => {})
          await writeFile(`${folder}/pids.max`, String(limits.tasks))
        },
        { file: `${folder}/memory.events`, word: 'oom_kill' },
        { file: `${folder}/pids.events`, word: 'max' },
      )
    },
    close: () => rmdir(around).catch(() => {}),
  }
  return cgroups
}

/** Whether the group exists and its weight could be set. */
async function makeGroup(folder: string, part: () => Promise<void>): Promise<boolean> {
  try {
    await mkdir(folder).catch(unlessThere)
    await part()
    return true
  } catch {
    return false
  }
}

function unlessThere(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

interface Counter {
  file: string
  word: string
}

async function cgroupIn(
  folders: string[],
  bound: () => Promise<void>,
  kills: Counter,
  forks: Counter,
): Promise<Cgroup> {
  const group: Cgroup = {
    async add(pid) {
      for (const folder of folders) await writeFile(`${folder}/cgroup.procs`, String(pid))
    },
    async counters() {
      const [memoryKills, refusedForks] = await Promise.all([count(kills), count(forks)])
      return { memoryKills, refusedForks }
    },
    async remove() {
      for (const folder of folders) await removeWhenEmpty(folder)
    },
  }
  try {
    for (const folder of folders) await mkdir(folder)
    await bound()
  } catch (error) {
    await group.remove()
    throw error
  }
  return group
}

async function count({ file, word }: Counter): Promise<number> {
  const line = (await readFile(file, 'utf8')).split('\n').find((it) => it.startsWith(`${word} `))
  return Number(line?.slice(word.length + 1))
}

// The kernel keeps a group until its last process is reaped, shortly after the kill.
async function removeWhenEmpty(folder: string) {
  for (let wait = 5; wait < 2000; wait *= 2) {
    const code = await rmdir(folder).then(
      () => 'done',
      (error: NodeJS.ErrnoException) => error.code,
    )
    if (code !== 'EBUSY') return
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
