/** One process of the reader's: waits with the engine loaded, then serves one build of their files. */
import { createInterface } from 'node:readline'
import { encodeLine } from '../facts.ts'
import { runCheck } from './check.ts'
import { engineDoor, serverDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import { Monitor } from './monitor.ts'
import { printing } from './printing.ts'
import { Rehearsal } from './rehearse.ts'
import { Repeats } from './repeats.ts'
import { type Prepared, prepare } from './serve.ts'
import type { Order, Word } from './wire.ts'

// Taken before the reader's code may wrap it.
const write = process.stdout.write.bind(process.stdout)
const tell = (word: Word) => void write(encodeLine(word))
const repeats = new Repeats(
  () => Date.now(),
  (problem, times) => tell({ word: 'again', problem, times }),
)
const say = (word: Word) => {
  if (word.word !== 'fault' || repeats.isNews(word.problem)) tell(word)
}
// Two pipes keep no order between them.
process.stderr.write = printing((text) => tell({ word: 'printed', text }))

let monitor: Monitor | undefined
let prepared: Prepared | undefined
let rehearsal: Rehearsal | undefined
let files: string[] = []

createInterface({ input: process.stdin })
  .on('line', (line) => void follow(JSON.parse(line) as Order))
  // Nobody is left to serve for.
  .on('close', () => process.exit(0))

process.on('uncaughtException', (error) =>
  say({ word: 'fault', problem: toProblem(error, { files }) }),
)

await Promise.all([engineDoor(), serverDoor(), watch()])
say({ word: 'warm' })
rehearsal = new Rehearsal(new URL('./rehearsal.mjs', import.meta.url))

// Where no second thread may be started the process serves without a watchdog.
async function watch(): Promise<void> {
  try {
    monitor = new Monitor(new URL('./watch.mjs', import.meta.url))
    await monitor.ready()
  } catch {
    monitor = undefined
  }
}

async function follow(order: Order): Promise<void> {
  switch (order.do) {
    case 'prepare': {
      files = Object.keys(order.build.outputs)
      monitor?.watchFiles(files)
      const [outcome, unpaintable] = await Promise.all([
        prepare(order, { say, monitor }),
        rehearsal?.problems(order.build) ?? [],
      ])
      if ('problems' in outcome) return say({ word: 'refused', problems: outcome.problems })
      if (unpaintable.length > 0) return say({ word: 'refused', problems: unpaintable })
      prepared = outcome
      return say({ word: 'prepared' })
    }
    case 'listen':
      return listen(prepared as Prepared)
    case 'release':
      await prepared?.release()
      return say({ word: 'released' })
    case 'drain':
      await prepared?.drain()
      say({ word: 'drained' })
      return leave()
    case 'check': {
      files = Object.keys(order.build.outputs)
      monitor?.watchFiles(files)
      const problem = await runCheck(order, say)
      return say(problem ? { word: 'checked', problem } : { word: 'checked' })
    }
    default:
      return order satisfies never
  }
}

async function listen(server: Prepared): Promise<void> {
  try {
    say({ word: 'listening', port: await server.listen() })
  } catch (error) {
    say({ word: 'refused', problems: [toProblem(error, { files, owner: 'host' })] })
  }
}

// An orderly exit waits for its threads, and the tab, which is to go on elsewhere, for its socket to close.
function leave(): void {
  process.emit('exit', 0)
  process.kill(process.pid, 'SIGKILL')
}
