/** Asks a thread to paint the page once, so that code which can't be painted takes nobody's place. */
import { Worker } from 'node:worker_threads'
import type { Problem } from '../types.ts'
import { limitOwnTime } from './own-time.ts'
import type { BuiltFiles } from './process-messages.ts'

const PATIENCE_MS = 2000

/**
 * A thread has its own copy of the reader's modules: `start` runs there as if there were one more visitor,
 * and nobody hears or remembers that.
 */
export class Rehearsal {
  private readonly worker: Worker | undefined

  constructor(script: URL) {
    this.worker = silentWorker(script)
    // A thread that breaks says no more than one that is late.
    this.worker?.on('error', () => {})
    this.worker?.unref()
  }

  /** What keeps the page from being painted; nothing when that can't be told in time. */
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

// Where no thread may be started nothing is rehearsed.
function silentWorker(script: URL): Worker | undefined {
  try {
    return new Worker(script, { stdout: true, stderr: true })
  } catch {
    return undefined
  }
}
