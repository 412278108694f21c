/** Starts the supervisor: reads commands line by line, writes events line by line. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { encodeLine, type SupervisorCommand, type SupervisorEvent } from '../messages.ts'
import { packageNames } from './packages.ts'
import type { Stripper } from './strip.ts'
import { Supervisor } from './supervisor.ts'

const say = (event: SupervisorEvent) => void process.stdout.write(encodeLine(event))
const own = dirname(fileURLToPath(import.meta.url))

const supervisor = new Supervisor({
  root: dirname(own),
  own,
  stripper: lazyStripper(),
  packages: packageNames((specifier) => import.meta.resolve(specifier)),
  say,
  port: Number(process.env.TELAR_PORT ?? 3000),
})
// First the processes, which start on the other core, then the compiler here.
supervisor.startSpares()
say({ type: 'step', step: 'server' })

// One after another: each command gets the process that the previous one left.
let last = supervisor.warmed()
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const command = JSON.parse(line) as SupervisorCommand
    // A check has its own process and delays nothing.
    if (command.type === 'check' || command.type === 'abandon') void supervisor.follow(command)
    else last = last.then(() => supervisor.follow(command))
  })
  .on('close', () => process.exit(0))

await last
say({ type: 'ready' })

function lazyStripper(): Stripper {
  const stripper = createRequire(import.meta.url)('./strip.cjs') as Stripper
  // The first call is ten times slower than the second; it is made here, not when the reader runs.
  stripper.transformSync('class A { a: number = 1 }', {
    mode: 'strip-only',
    module: true,
    filename: 'a.ts',
  })
  return stripper
}
