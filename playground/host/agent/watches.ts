/** Watches files for the page. */
import { type FSWatcher, watch } from 'node:fs'
import type { ChangeNote } from '../messages.ts'
import type { Workdir } from './workdir.ts'

/** More would use more of the kernel's watches than one page needs. */
const MAX_WATCHES = 64

export function createWatches(workdir: Workdir, notify: (watch: number, note: ChangeNote) => void) {
  const open = new Map<number, FSWatcher>()

  return {
    async open(id: number, path: string, recursive: boolean) {
      if (open.size >= MAX_WATCHES)
        throw new Error(
          `Expected at most ${MAX_WATCHES} watched paths, received one more. Close one first.`,
        )
      // Some versions of Node don't report ENOENT for a broken link, or follow it out of the readable folders.
      const at = await workdir.real(path)
      const watcher = watch(at, { recursive }, (event, filename) =>
        notify(id, { event: event === 'rename' ? 'rename' : 'change', filename: filename ?? '' }),
      )
      watcher.on('error', () => watcher.close())
      watcher.on('close', () => open.delete(id))
      open.set(id, watcher)
    },

    close(id: number) {
      open.get(id)?.close()
    },
  }
}
