/** Stops a sandbox's processes, with all that they hold, and lets them go on. */
import { setTimeout as wait } from 'node:timers/promises'
import { readProcessTable, treeOf } from './process-table.ts'

/** A tree that still forks after this many looks is not stopped but ended. */
const LOOKS = 40
/** A signal is on its way for a moment before the table shows what it did. */
const BETWEEN_LOOKS = 5

/** Resolves true once no process of the tree runs; false where there is no process table, or it did not hold still. */
export async function freeze(root: number): Promise<boolean> {
  for (let look = 0; look < LOOKS; look++) {
    const tree = await readTree(root)
    if (tree.length === 0) return false
    const running = tree.filter(({ isStopped }) => !isStopped)
    if (running.length === 0) return true
    for (const { pid } of running) signal(pid, 'SIGSTOP')
    await wait(BETWEEN_LOOKS)
  }
  return false
}

/** Lets the tree go on where it stopped. */
export async function thaw(root: number): Promise<void> {
  for (const { pid } of await readTree(root)) signal(pid, 'SIGCONT')
}

async function readTree(root: number) {
  return treeOf(await readProcessTable().catch(() => []), root)
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGCONT') {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}
