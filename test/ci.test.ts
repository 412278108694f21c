/** `.ci/run`: its last line and its exit code, whatever becomes of the parts. */
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const script = fileURLToPath(new URL('../.ci/run', import.meta.url))

/** Runs the script where `npm test`, `npm run nodes`, `npm run slow-store` and `npm run fuzz` are these lines of a shell. */
async function run(
  tests: string,
  fuzz: string,
  nodes: string,
  store = STORE,
  seconds = 0,
): Promise<{ last: string; code: number; failures: string[]; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'telar-ci-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const npm = join(folder, 'npm')
  await writeFile(
    npm,
    `#!/bin/sh\ncase "$*" in\n  test*) ${tests} ;;\n  *nodes*) ${nodes} ;;\n  *slow-store*) ${store} ;;\n  *) ${fuzz} ;;\nesac\n`,
  )
  await chmod(npm, 0o755)
  return new Promise((resolve) => {
    // The shell counts on from there.
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, SECONDS: String(seconds) }
    execFile(script, { env }, (error, stdout) => {
      const lines = stdout.trimEnd().split('\n')
      // They stand right above the sum, whatever else was said before.
      const failures = lines.slice(lines.slice(0, -1).findLastIndex(isOther) + 1, -1)
      resolve({ last: lines.at(-1)!, code: Number(error?.code ?? 0), failures, said: stdout })
    })
  })
}

const isOther = (line: string) => !line.startsWith('FAILED ')

const TESTS = 'echo "12 passed, 0 failed"'
const FUZZ = 'echo "10000 cases, seed 1"; echo "10000 passed, 0 failed"'
const NODES = 'echo "0 passed, 0 failed"'
const STORE = NODES

test.each([
  ['all passes', TESTS, FUZZ, '10012 passed, 0 failed', 0],
  ['tests fail', 'echo "10 passed, 2 failed"; exit 1', FUZZ, '10010 passed, 2 failed', 1],
  ['a random page fails', TESTS, 'echo "9 passed, 1 failed"; exit 1', '21 passed, 1 failed', 1],
  ['tests do not start', 'exit 127', FUZZ, '10000 passed, 1 failed', 1],
  ['random pages do not start', TESTS, 'echo "no browser" >&2; exit 1', '12 passed, 1 failed', 1],
  ['neither starts', 'exit 1', 'exit 1', '0 passed, 2 failed', 1],
  ['a count is followed by a crash', `${TESTS}; echo crash`, FUZZ, '10000 passed, 1 failed', 1],
  [
    'a count is without failures, the exit code is not',
    `${TESTS}; exit 3`,
    FUZZ,
    '10012 passed, 1 failed',
    1,
  ],
] as const)('the whole check ends with the sum when %s', async (_, tests, fuzz, last, code) => {
  expect(await run(tests, fuzz, NODES)).toMatchObject({ last, code })
})

test('the whole check counts what failed on another version of Node', async () => {
  const nodes = 'echo "On Node 22 …"; echo "5 passed, 1 failed"; exit 1'
  expect(await run(TESTS, FUZZ, nodes)).toMatchObject({ last: '10017 passed, 1 failed', code: 1 })
})

test('the whole check counts what failed over a slow store', async () => {
  const store = 'echo "5 passed, 2 failed"; exit 1'
  expect(await run(TESTS, FUZZ, NODES, store)).toMatchObject({
    last: '10017 passed, 2 failed',
    code: 1,
  })
})

test('the whole check says at its end what failed in each part', async () => {
  const tests = 'echo "FAILED test/a.test.ts › one"; echo "10 passed, 1 failed"; exit 1'
  const { failures } = await run(tests, 'exit 9', NODES)
  expect(failures).toEqual([
    'FAILED test/a.test.ts › one',
    'FAILED npm run fuzz ended without its count, exit code 9',
  ])
})

test.each([
  [2_000, 'run --silent nodes --', '--runs 10000'],
  [2_800, 'run --silent nodes -- 24', '--runs 2000'],
])(
  'after %d seconds of tests the rest looks as far as there is time for',
  async (seconds, nodes, pages) => {
    const tell = (count: number) => `echo "told: $*."; echo "${count} passed, 0 failed"`
    const { said, last, code } = await run(TESTS, tell(7), tell(5), tell(3), seconds)
    expect(said).toContain(`told: ${nodes}.`)
    expect(said).toContain(`fuzz -- dom ${pages} `)
    expect({ last, code }).toEqual({ last: '27 passed, 0 failed', code: 0 })
  },
)
