/** Reads the kernel's process table: the tree below a process, its threads, CPU and memory. */
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'

interface ProcessRow {
  pid: number
  parent: number
  /** It is stopped, or has ended and was not reaped yet. */
  isStopped: boolean
  threads: number
  cpuSeconds: number
}

interface TreeUse {
  pids: number[]
  tasks: number
  cpuSeconds: number
}

/** One row for each process. A process that ends while we read is left out. */
export async function readProcessTable(): Promise<ProcessRow[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const rows = await Promise.all(
    names.map((name) => readFile(`/proc/${name}/stat`, 'latin1').then(parseStat, () => null)),
  )
  return rows.filter((row) => row !== null)
}

/** Private memory of these processes: what they share, such as Node's own code, is not counted. */
export async function readPrivateBytes(pids: readonly number[]): Promise<number> {
  const pages = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/statm`, 'latin1').then(parseStatm, () => 0)),
  )
  return pages.reduce((sum, it) => sum + it, 0) * PAGE_BYTES
}

// `size resident shared …`, in pages.
const parseStatm = (line: string) => {
  const [, resident = 0, shared = 0] = line.split(' ').map(Number)
  return resident - shared
}

/** What the tree under `root` uses in total, the root included. Orphans stay in it: a pid namespace gives them to its first process. */
export function useOfTree(rows: readonly ProcessRow[], root: number): TreeUse {
  const use: TreeUse = { pids: [], tasks: 0, cpuSeconds: 0 }
  for (const row of treeOf(rows, root)) {
    use.pids.push(row.pid)
    use.tasks += row.threads
    use.cpuSeconds += row.cpuSeconds
  }
  return use
}

/** The rows of the tree under `root`, itself included. */
export function treeOf(rows: readonly ProcessRow[], root: number): ProcessRow[] {
  const children = new Map<number, ProcessRow[]>()
  for (const row of rows) {
    const siblings = children.get(row.parent)
    if (siblings) siblings.push(row)
    else children.set(row.parent, [row])
  }
  const tree = rows.filter((row) => row.pid === root)
  // Rows that are added meanwhile are visited too.
  for (const row of tree) tree.push(...(children.get(row.pid) ?? []))
  return tree
}

/** A line of `/proc/<pid>/stat`. The name in parentheses may contain anything, so fields are counted from its end. */
export function parseStat(line: string): ProcessRow | null {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const pid = Number.parseInt(line, 10)
  if (!Number.isInteger(pid) || fields.length < 22) return null
  const number = (index: number) => Number(fields[index])
  return {
    pid,
    parent: number(1),
    isStopped: 'TtZX'.includes(fields[0]!),
    threads: number(17),
    // Its own time and that of reaped children, so that the sum over a tree never falls.
    cpuSeconds: (number(11) + number(12) + number(13) + number(14)) / TICKS_PER_SECOND,
  }
}

// USER_HZ is 100 wherever Node runs.
const TICKS_PER_SECOND = 100
const PAGE_BYTES = pageBytes()

function pageBytes(): number {
  try {
    const size = /^KernelPageSize: +(\d+) kB$/m.exec(readFileSync('/proc/self/smaps', 'latin1'))
    return Number(size?.[1] ?? 4) * 1024
  } catch {
    return 4096
  }
}
