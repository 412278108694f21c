/** Loops on a machine whose cores are all at work, in Chromium with the real host. Alone: it measures how long a reader waits. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text with child slots
import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from '@playwright/test'
import {
  component,
  joined,
  openPlayground,
  previewOf,
  problemsOf,
  rewrite,
  run,
} from './playing.ts'

/** `BUSY_ROUNDS=30 npx playwright test play-busy --project=alone` tries each kind that often. How soon each came is printed, and no test of the machine's load. */
const ROUNDS = Number(process.env.BUSY_ROUNDS ?? 2)

const KINDS: Readonly<Record<string, string>> = {
  'a loop of awaits':
    '  done = false\n  async check() { return 1 }\n  async go() { while (!this.done) await this.check() }\n',
  'queueMicrotask that calls itself':
    '  go() { const again = () => queueMicrotask(again); again() }\n',
  'a plain loop': '  go() { for (;;) {} }\n',
}

// Ends with whoever started it, however that ends.
const SPIN =
  'const { ppid } = process; while (process.ppid === ppid) for (let i = 0; i < 1e7; i++);'
const busy: ChildProcess[] = []
test.beforeAll(() => {
  for (let core = 0; core < availableParallelism(); core += 1)
    busy.push(spawn(process.execPath, ['-e', SPIN], { stdio: 'ignore' }))
})
test.afterAll(() => {
  for (const one of busy) one.kill()
})

for (const [what, members] of Object.entries(KINDS))
  test(`with all cores busy ${what} is named every time, and an edit brings the page back`, {
    tag: ['@B7'],
  }, async ({ page }) => {
    test.setTimeout(120_000 + ROUNDS * 60_000)
    await openPlayground(page)
    const took: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const looping = component(
        `${members}  round = ${round}\n`,
        `<button lv-click=\${this.go}>Go ${round}</button>`,
      )
      await rewrite(page, looping)
      if (round === 0) await run(page)
      const go = previewOf(page).getByRole('button', { name: `Go ${round}` })
      await expect(go).toBeVisible()
      await joined(page)
      await go.click()
      const since = Date.now()
      // By line: where only the handler is known, its own place stands in brackets.
      await expect(problemsOf(page)).toContainText(
        /Page\.go ran for 2 seconds without a pause at counter\.ts:[4-6]/,
      )
      took.push(Date.now() - since)
      await expect(
        problemsOf(page).getByRole('button', { name: /^counter\.ts:[4-6]:\d+$/ }),
      ).toBeVisible()
      await rewrite(page, component('  done = true\n', `<p>Mended ${round}</p>`))
      await expect(previewOf(page).getByText(`Mended ${round}`)).toBeVisible()
    }
    const inTime = took.filter((ms) => ms < 6000).length
    console.log(`${what}: ${inTime} of ${ROUNDS} within 6 s (${took.join(' ')} ms)`)
  })
