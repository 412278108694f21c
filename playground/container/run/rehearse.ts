/** Lets a thread paint the page once, so that code which can't be painted never replaces code that works. */
import { Worker } from 'node:worker_threads'
import type { Problem } from '../types.ts'
import { limitOwnTime } from './own-time.ts'
import type { BuiltFiles } from './process-messages.ts'

const PATIENCE_MS = 2000

/**
 * A thread has its own copy of the reader's modules: `start` runs there as for one more visitor,
 * but its effects are not seen or kept.
 */
export class Rehearsal {
  private readonly worker: Worker | undefined

  constructor(script: URL) {
    this.worker = silentWorker(script)
    // A thread that breaks counts like one that is too slow.
    this.worker?.on('error', () => {})
    this.worker?.unref()
  }

  /** What keeps the page from being painted; nothing if that is not known in time. */
  async problems(build: BuiltFiles): Promise<Problem[]> {
    const { worker } = this
    if (!worker) return []
    let stop = () => {}
    try {
      return await new Promise<Problem[]>((resolve) => {
        stop = limitOwnTime(PATIENCE_MS, () => resolve([]))
        worker.once('message', resolve)
        worker.once('error', () => resolve([]))
        worker.once('exit', () => resolve([]))
        worker.postMessage(build)
      })
    } finally {
      stop()
      void worker.terminate()
    }
  }
}

// If no thread can be started, nothing is rehearsed.
function silentWorker(script: URL): Worker | undefined {
  try {
    return new Worker(script, { stdout: true, stderr: true })
  } catch {
    return undefined
  }
}
