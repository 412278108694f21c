/** The watchdog: a thread that names the handler which holds the process, with the line it stands on. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { encodeLine } from '../facts.ts'
import { blockedProblem } from './blocked.ts'
import { interrupt } from './interrupt.ts'
import { BEAT, BEAT_MS, type MonitorMessage, RUNNING } from './monitor.ts'
import type { Word } from './wire.ts'

// Counted in ticks, not by the clock: a laptop that slept has not looped.
const PATIENCE_TICKS = 2000 / BEAT_MS
const INTERRUPT_MS = 1000

const shared = new Int32Array(workerData as SharedArrayBuffer)
const names = new Map<number, { component: string; handler: string }>()
let files: string[] = []
let beat = 0
let still = 0

parentPort?.on('message', (message: MonitorMessage) => {
  if ('files' in message) files = message.files
  else names.set(message.number, message)
})

setInterval(() => {
  const now = Atomics.load(shared, BEAT)
  still = now === beat ? still + 1 : 0
  beat = now
  if (still === PATIENCE_TICKS) void report()
}, BEAT_MS)

parentPort?.postMessage('ready')

async function report(): Promise<void> {
  const running = names.get(Atomics.load(shared, RUNNING))
  const stop = await interrupt(files, INTERRUPT_MS)
  const word: Word = { word: 'blocked', problem: blockedProblem(running, stop) }
  // The main thread is held, so its own streams would never be written: straight to the pipe.
  writeLine(encodeLine(word))
}

function writeLine(line: string): void {
  let bytes = Buffer.from(line)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}
