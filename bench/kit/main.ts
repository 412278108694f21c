/** `npm run bench -- kit`: what a lesson's check costs in Node, from nothing and again, and what a tab of the testing kit weighs. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { runCheck, visit } from 'telar/testing'
import plan from '../../lessons/01-counter/check.ts'
import Counter from '../../lessons/01-counter/solution/counter.ts'
import { measured, report } from '../report.ts'

const COLD = 7
const WARM = 30
const TABS = 100

/** A check with all its steps, as a reader's container runs it. */
async function check() {
  for await (const { state, title, message } of runCheck(plan, { component: Counter })) {
    if (state !== 'passed')
      throw new Error(`Expected “${title}” to pass, received an error: ${message}`)
  }
}

// In a process of its own: all that stands between its start and the end of its first check.
if (process.argv[2] === 'once') {
  await check()
  console.log(performance.now())
  process.exit()
}

const cold: number[] = []
for (let i = 0; i < COLD; i++) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    'once',
  ])
  cold.push(Number(stdout))
}

await check()
const warm: number[] = []
for (let i = 0; i < WARM; i++) {
  const start = performance.now()
  await check()
  warm.push(performance.now() - start)
}

const before = heap()
const tabs = []
for (let i = 0; i < TABS; i++) tabs.push(await visit(Counter))
const weight = (heap() - before) / tabs.length / 1024

report(
  'kit',
  [
    measured('check, new process', 'telar/testing', 'ms', cold),
    measured('check, again', 'telar/testing', 'ms', warm),
    measured('a tab that stands open', 'telar/testing', 'KB', [weight]),
  ],
  null,
)
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
