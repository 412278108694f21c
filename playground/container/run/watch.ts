/** The watchdog: a thread that names the handler that blocks the process, and the line where it is. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { encodeLine } from '../messages.ts'
import { blockedProblem } from './blocked.ts'
import { Interruption } from './interrupt.ts'
import { loopingIn } from './looping.ts'
import { BEAT, BEAT_MS, type MonitorMessage, RUNNING } from './monitor.ts'
import { Patience } from './patience.ts'
import type { ProcessEvent } from './process-messages.ts'

const LOOK_MS = 1000

const shared = new Int32Array(workerData as SharedArrayBuffer)
const names = new Map<number, { component: string; handler: string }>()
const patience = new Patience(() => performance.now(), cpuMs)
let files: string[] = []

parentPort?.on('message', (message: MonitorMessage) => {
  if ('files' in message) files = message.files
  else names.set(message.number, message)
})

let interruption: Interruption | undefined
let looking = false
const looks = setInterval(() => {
  if (looking) return
  const state = patience.judge(Atomics.load(shared, BEAT), Atomics.load(shared, RUNNING) !== 0)
  if (state === 'beats') release()
  // Reported before the search: on a busy machine attaching alone takes a second or two.
  else interruption ??= Interruption.attach()
  if (state !== 'held') return
  looking = true
  void report().then((isLoop) => {
    if (isLoop) return clearInterval(looks)
    release()
    patience.renew()
    looking = false
  })
}, BEAT_MS)

parentPort?.postMessage('ready')

async function report(): Promise<boolean> {
  const beat = Atomics.load(shared, BEAT)
  const running = names.get(Atomics.load(shared, RUNNING))
  const isHeld = () => Atomics.load(shared, BEAT) === beat
  const stops = await interruption?.look({ files, patience: LOOK_MS, isHeld })
  const looping = stops && loopingIn(stops, running?.handler)
  // Blocked, but not by the reader: the engine is being loaded on a slow machine.
  if (!isHeld() || (stops && !looping && !running)) return false
  const event: ProcessEvent = { type: 'blocked', problem: blockedProblem(running, looping) }
  // The main thread is blocked, so its streams would never be written: write directly to the pipe.
  writeLine(encodeLine(event))
  return true
}

function release(): void {
  interruption?.release()
  interruption = undefined
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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
