/** Stops a sandbox's processes, which keep their state, and lets them continue. */
import { setTimeout as wait } from 'node:timers/promises'
import { readProcessTable, treeOf } from './process-table.ts'

/** A tree that still forks after this many checks is ended instead. */
const LOOKS = 40
/** It takes a moment after a signal before the table shows its effect. */
const BETWEEN_LOOKS = 5

/** Resolves to true once no process of the tree runs; to false without a process table, or if new processes kept appearing. */
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

/** Lets the tree continue where it stopped. */
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
    // It ended between the check and the signal.
  }
}
