/** Starts the supervisor: commands come in by line, facts go out by line. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Command, encodeLine, type Fact } from '../facts.ts'
import { packageNames } from './packages.ts'
import type { Stripper } from './strip.ts'
import { Supervisor } from './supervisor.ts'

const say = (fact: Fact) => void process.stdout.write(encodeLine(fact))
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
say({ fact: 'step', step: 'server' })

// One after another: each command finds the process that the one before it left.
let last = supervisor.warmed()
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const command = JSON.parse(line) as Command
    // A check has a process of its own and holds nobody up.
    if (command.do === 'check' || command.do === 'abandon') void supervisor.follow(command)
    else last = last.then(() => supervisor.follow(command))
  })
  .on('close', () => process.exit(0))

await last
say({ fact: 'ready' })

function lazyStripper(): Stripper {
  const stripper = createRequire(import.meta.url)('./strip.cjs') as Stripper
  // The first call is ten times slower than the second; it is paid here, not when the reader runs.
  stripper.transformSync('class A { a: number = 1 }', {
    mode: 'strip-only',
    module: true,
    filename: 'a.ts',
  })
  return stripper
}
