/** Tells the host how full the workspace is, whenever that changes. */
import { statfs } from 'node:fs/promises'
import type { DiskReading } from '../watchdog.ts'

const EVERY = 250

export function watchDisk(folder: string, notify: (disk: DiskReading) => void) {
  let last = ''
  const look = async () => {
    const found = await statfs(folder)
    const disk: DiskReading = {
      usedBytes: (found.blocks - found.bfree) * found.bsize,
      files: found.files - found.ffree,
      full: found.bavail === 0 || found.ffree === 0,
    }
    const now = JSON.stringify(disk)
    if (now !== last) notify(disk)
    last = now
    setTimeout(look, EVERY).unref()
  }
  void look()
}
