/** Lets a watchdog on another thread see which handler runs, at the cost of two memory writes per handler. */
import { Worker } from 'node:worker_threads'

/** Shared memory: the beat of the main thread, the number of the running handler (0: none). */
export const BEAT = 0
export const RUNNING = 1
export const BEAT_MS = 100

/** What else the watchdog is told: names for numbers, and the reader's files. */
export type MonitorMessage =
  | { number: number; component: string; handler: string }
  | { files: string[] }

export class Monitor {
  private readonly shared = new Int32Array(new SharedArrayBuffer(8))
  private readonly numbers = new Map<string, Map<string, number>>()
  private readonly worker: Worker
  private last = 0
  private forgetting: NodeJS.Immediate | undefined

  constructor(watchdog: URL) {
    this.worker = new Worker(watchdog, { workerData: this.shared.buffer })
    this.worker.unref()
    setInterval(() => Atomics.add(this.shared, BEAT, 1), BEAT_MS).unref()
  }

  /** Resolves once the watchdog is running. */
  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.once('message', () => resolve())
      this.worker.once('error', reject)
    })
  }

  watchFiles(files: string[]): void {
    this.tell({ files })
  }

  enter(component: string, handler: string): void {
    clearImmediate(this.forgetting)
    Atomics.store(this.shared, RUNNING, this.numberOf(component, handler))
  }

  /** Microtasks that a handler starts are still its work; an immediate runs when they are done. */
  leave(): void {
    clearImmediate(this.forgetting)
    this.forgetting = setImmediate(() => Atomics.store(this.shared, RUNNING, 0))
  }

  private numberOf(component: string, handler: string): number {
    let handlers = this.numbers.get(component)
    if (!handlers) this.numbers.set(component, (handlers = new Map()))
    const known = handlers.get(handler)
    if (known !== undefined) return known
    const number = ++this.last
    handlers.set(handler, number)
    this.tell({ number, component, handler })
    return number
  }

  private tell(message: MonitorMessage): void {
    this.worker.postMessage(message)
  }
}
