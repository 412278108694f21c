/** Each bomb ends its own container with a clear message; its neighbour goes on. With cgroups and without. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ending } from '../../playground/host/ending.ts'
import type { Limits } from '../../playground/host/index.ts'
import { type HostProcess, startHostProcess, UNTRIED, USERS } from './support/host-process.ts'
import { bootPage, type Page, type Running } from './support/page.ts'

const LIMITS: Partial<Limits> = {
  memoryMB: 256,
  tasks: 80,
  diskMB: 16,
  files: 500,
  // Starting Node takes a second of it on a machine that is busy with other things, and every container here does so twice;
  // beside ten others a loop gets no eighth of a core.
  cpuSeconds: 8,
  cpuWindowSeconds: 600,
  outputKBPerSecond: 256,
  outputBurstKB: 512,
  silenceSeconds: 6,
}

// Limits of seconds are reached late on a machine that is busy with other things.
const PATIENT_END = 240_000

interface Bomb {
  name: string
  source: string
  ending: Ending
}

const GREEDY: Bomb[] = [
  {
    name: 'forks',
    source: `
      import { spawn } from 'node:child_process'
      for (let count = 0; count < 400; count++)
        spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).on('error', () => {})`,
    ending: {
      reason: 'processes',
      message:
        'The container started more than its 80 processes and threads and was ended. Start fewer, then run again.',
    },
  },
  {
    // The one that finds no room dies at once, so no look at the table finds the limit reached.
    name: 'forks, one after the other',
    source: `
      import { spawn } from 'node:child_process'
      const again = () =>
        spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'])
          .on('error', () => {})
          .stdout?.once('data', again)
      again()`,
    ending: {
      reason: 'processes',
      message:
        'The container started more than its 80 processes and threads and was ended. Start fewer, then run again.',
    },
  },
  {
    name: 'memory',
    source: `
      const kept = []
      for (;;) kept.push(Buffer.alloc(8 << 20, 1))`,
    ending: {
      reason: 'memory',
      message:
        'The container used more than its 256 MB of memory and was ended. Keep less in memory, then run again.',
    },
  },
  {
    name: 'disk',
    source: `
      import { appendFileSync } from 'node:fs'
      for (;;) try { appendFileSync('big', Buffer.alloc(1 << 20)) } catch {}`,
    ending: {
      reason: 'disk',
      message:
        'The container filled its 16 MB of disk or its 500 files and was ended. Write less, then run again.',
    },
  },
  {
    name: 'empty files',
    source: `
      import { writeFileSync } from 'node:fs'
      for (let count = 0; ; count++) try { writeFileSync('f' + (count % 2000), '') } catch {}`,
    ending: {
      reason: 'disk',
      message:
        'The container filled its 16 MB of disk or its 500 files and was ended. Write less, then run again.',
    },
  },
  {
    name: 'output',
    source: `
      const more = () => process.stdout.write('x'.repeat(1000), more)
      more()`,
    ending: {
      reason: 'output',
      message:
        'The container printed more than 256 KB a second and was ended. Print less, then run again.',
    },
  },
]

/** Some seconds of waiting each, so they are waited for together. */
const SLOW: Bomb[] = [
  {
    name: 'processor time',
    source: 'for (;;) {}',
    ending: {
      reason: 'cpu',
      message:
        'The container used more than 8 s of processor time within 600 s and was ended. Look for a loop that never yields, then run again.',
    },
  },
  {
    name: 'the agent killed',
    source: "process.kill(process.ppid, 'SIGKILL')",
    ending: {
      reason: 'exit',
      message: "The container's first process ended. Run again to go on.",
    },
  },
  {
    name: 'the agent stopped',
    source: `
      process.kill(process.ppid, 'SIGSTOP')
      setInterval(() => {}, 1000)`,
    ending: {
      reason: 'exit',
      message: 'The container stopped answering and was ended. Run again to go on.',
    },
  },
]

for (const { name, reason } of UNTRIED) test.skip(`bombs as ${name}: not run: ${reason}`, () => {})

for (const user of USERS)
  for (const cgroups of user.name === 'root' ? [true, false] : [false]) {
    const host = await startHostProcess(user, { limits: LIMITS, wanted: { cgroups } })
    const title = `as ${user.name}, ${cgroups ? 'with' : 'without'} cgroups`
    if (host.sandbox.kind === 'bubblewrap') bombTests(title, host)
    else {
      await host.close()
      test.skip(`bombs ${title}: not run: ${host.sandbox.reason}`, () => {})
    }
  }

function bombTests(title: string, host: HostProcess) {
  describe(`a bomb ends its container alone, ${title}`, () => {
    let neighbour: Page
    let echo: Running

    beforeAll(async () => {
      neighbour = await bootPage(host)
      echo = await neighbour.node('-e', 'process.stdin.pipe(process.stdout)')
    })
    afterAll(async () => {
      neighbour.close()
      await host.close()
    })

    const endsAlone = async ({ name, source, ending }: Bomb) => {
      const page = await bootPage(host)
      await page.write('bomb.mjs', source)
      // Its agent may be gone before it can answer; what counts is how the container ends.
      page.node('bomb.mjs').catch(() => {})
      const found = await page.ended
      page.close()
      expect(found).toEqual(ending)

      // One process all along: starting one for each bomb would use up the neighbour's own limit.
      echo.input(`after ${name}\n`)
      await echo.says(`after ${name}\n`)
      const fresh = await bootPage(host)
      expect((await fresh.run("console.log('a new one')")).output).toBe('a new one\n')
      fresh.close()
    }

    test.each(GREEDY)('$name', endsAlone, PATIENT_END)
    test.concurrent.each(SLOW)('$name', endsAlone, PATIENT_END)
  })
}
