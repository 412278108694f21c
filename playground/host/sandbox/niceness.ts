/** Keeps sandboxes below the site where no cgroup does: their processes come after it when the machine is busy. */
import { readFile, writeFile } from 'node:fs/promises'

/** The site's pages and this host come first. */
export const NICENESS = 10

/**
 * Where the system schedules sessions as groups, a process's own number counts within its session alone, and a new session begins at 0.
 * Each process that a page starts leads one, so this is seen to again and again.
 */
export async function keepNice(pids: readonly number[]): Promise<void> {
  await Promise.all(
    pids.map(async (pid) => {
      const group = `/proc/${pid}/autogroup`
      const said = await readFile(group, 'latin1').catch(() => '')
      const nice = / nice (-?\d+)/.exec(said)?.[1]
      if (nice !== undefined && Number(nice) < NICENESS)
        await writeFile(group, String(NICENESS)).catch(() => {})
    }),
  )
}
