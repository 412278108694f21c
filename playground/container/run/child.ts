/** One process of the reader's: waits with the engine loaded, then serves one build of their files. */
import { createInterface } from 'node:readline'
import { encodeLine } from '../messages.ts'
import { runCheck } from './check.ts'
import { engineDoor, serverDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import { Monitor } from './monitor.ts'
import { LOAD_MS, limitOwnTime, STEP_MS } from './own-time.ts'
import { printing } from './printing.ts'
import type { ProcessCommand, ProcessEvent } from './process-messages.ts'
import { Rehearsal } from './rehearse.ts'
import { Repeats } from './repeats.ts'
import { type Prepared, prepare } from './serve.ts'

// Saved before the reader's code can replace it.
const write = process.stdout.write.bind(process.stdout)
const tell = (event: ProcessEvent) => void write(encodeLine(event))
const repeats = new Repeats(
  () => Date.now(),
  (problem, times) => tell({ type: 'again', problem, times }),
)
const say = (event: ProcessEvent) => {
  if (event.type !== 'fault' || repeats.isNews(event.problem)) tell(event)
}
// Two pipes have no common order.
process.stderr.write = printing((text) => tell({ type: 'printed', text }))

let monitor: Monitor | undefined
let prepared: Prepared | undefined
let rehearsal: Rehearsal | undefined
let files: string[] = []

createInterface({ input: process.stdin })
  .on('line', (line) => void follow(JSON.parse(line) as ProcessCommand))
  // The supervisor is gone, so nothing needs this process.
  .on('close', () => process.exit(0))

process.on('uncaughtException', (error) =>
  say({ type: 'fault', problem: toProblem(error, { files }) }),
)

await Promise.all([engineDoor(), serverDoor(), watch()])
say({ type: 'warm' })
rehearsal = new Rehearsal(new URL('./rehearsal.mjs', import.meta.url))

// If no second thread can be started, the process serves without a watchdog.
async function watch(): Promise<void> {
  try {
    monitor = new Monitor(new URL('./watch.mjs', import.meta.url))
    await monitor.ready()
  } catch {
    monitor = undefined
  }
}

async function follow(command: ProcessCommand): Promise<void> {
  switch (command.type) {
    case 'prepare': {
      files = Object.keys(command.build.outputs)
      monitor?.watchFiles(files)
      const loaded = limitOwnTime(LOAD_MS, waits)
      const [outcome, unpaintable] = await Promise.all([
        prepare(command, { say, monitor }),
        rehearsal?.problems(command.build) ?? [],
      ])
      loaded()
      if ('problems' in outcome) return say({ type: 'refused', problems: outcome.problems })
      if (unpaintable.length > 0) return say({ type: 'refused', problems: unpaintable })
      prepared = outcome
      return say({ type: 'prepared' })
    }
    case 'listen':
      return listen(prepared as Prepared)
    case 'release':
      await prepared?.release()
      return say({ type: 'released' })
    case 'drain': {
      const drained = prepared?.drain()
      say({ type: 'draining' })
      await drained
      say({ type: 'drained' })
      return leave()
    }
    case 'check': {
      files = Object.keys(command.build.outputs)
      monitor?.watchFiles(files)
      let done = limitOwnTime(LOAD_MS, waits)
      const begun = () => {
        done()
        done = limitOwnTime(STEP_MS, waits)
      }
      const problem = await runCheck(command, say, begun)
      done()
      return say(problem ? { type: 'checked', problem } : { type: 'checked' })
    }
    default:
      return command satisfies never
  }
}

const waits = () => say({ type: 'waits' })

async function listen(server: Prepared): Promise<void> {
  try {
    say({ type: 'listening', port: await server.listen() })
  } catch (error) {
    say({ type: 'refused', problems: [toProblem(error, { files, owner: 'host' })] })
  }
}

// An orderly exit would wait for its threads, and the tab, which must reconnect elsewhere, for its socket to close.
function leave(): void {
  process.emit('exit', 0)
  process.kill(process.pid, 'SIGKILL')
}
