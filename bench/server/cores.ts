/** Puts the two ends of a round trip on cores of this machine, so that every variant finds the same ones. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

// Left alone, the system lets both ends take turns on one core or wakes the other one for each message, as it likes: the same
// echo takes 20 µs or 65, and an answer that comes a little later is asked of another core than one that comes at once.

/**
 * `awake`: a core for each end, and neither core sleeps. `shared`: one core for both, which nobody has to wake. `free`: where
 * the system puts them, on cores that sleep when there is nothing to do.
 */
export type Seating = 'awake' | 'shared' | 'free'

/** What this machine can do, the one to compare programs by first. */
export function seatings(): readonly Seating[] {
  const [first, second] = allowed()
  if (first === undefined || spawnSync('taskset', ['-c', first, 'true']).status !== 0)
    return ['free']
  const awake = second !== undefined && spawnSync('chrt', ['--idle', '0', 'true']).status === 0
  return awake ? ['awake', 'shared', 'free'] : ['shared', 'free']
}

/** Seats the asking and the answering processes; the result gives all cores back to them. */
export function seat(how: Seating, asking: number, answering: readonly number[]): () => void {
  if (how === 'free') return () => {}
  const cores = allowed()
  const [first, second] = cores as [string, string]
  const stop = how === 'awake' ? [keepAwake(first), keepAwake(second)] : []
  pin(asking, first)
  for (const pid of answering) pin(pid, how === 'awake' ? second : first)
  return () => {
    for (const end of stop) end()
    for (const pid of [asking, ...answering]) pin(pid, cores.join(','))
  }
}

// A process's first thread alone: what compiles and collects garbage beside it goes where there is room.
function pin(pid: number, cores: string) {
  const { status, stderr } = spawnSync('taskset', ['-pc', cores, String(pid)])
  if (status !== 0)
    throw new Error(
      `Expected process ${pid} to move to core ${cores}, received an error: ${stderr}`,
    )
}

/**
 * Has a loop of idle priority run on a core. A virtual machine halts a core that has nothing to do, and waking it takes longer
 * than the round trip of a counter. Whatever else has work takes the core from the loop at once.
 */
function keepAwake(core: string): () => void {
  const loop = spawn('chrt', ['--idle', '0', 'taskset', '-c', core, 'sh', '-c', LOOP])
  loop.on('error', (error) => console.error(`Core ${core} is not kept awake: ${error.message}`))
  return () => loop.kill()
}

// It looks now and then whether this process is there still, however that ended. Each time round would keep the core in the
// kernel, which is not left as soon as a program's own code is.
const LOOP = `while kill -0 "$PPID" 2>&-; do i=0; while [ $i -lt 100000 ]; do i=$((i + 1)); done; done`

/** The numbers of the cores that this process may use. */
function allowed(): string[] {
  if (process.platform !== 'linux') return []
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))
  return (list?.[1] ?? '').split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number) as [number, number?]
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
  })
}
