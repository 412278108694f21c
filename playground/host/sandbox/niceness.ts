/** Keeps sandboxes below the site when no cgroup does: on a busy machine their processes run after it. */
import { readFile, writeFile } from 'node:fs/promises'

/** The site's pages and this host come first. */
export const NICENESS = 10

/**
 * If the system schedules sessions as groups, a process's own niceness counts only within its session, and a new session starts at 0.
 * Every process started by a page leads a session, so this is repeated regularly.
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
