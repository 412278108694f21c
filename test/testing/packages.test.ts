/** What the testing kit says where the packages are missing that only it needs. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const kit = fileURLToPath(new URL('../../engine/testing/index.ts', import.meta.url))

test('a package of the testing kit that is missing is named, with what to do', {
  tags: ['A23'],
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telar-kit-'))
  try {
    // The kit as it stands in node_modules, in a folder from which no other package is found.
    await build({
      entryPoints: [kit],
      outfile: join(folder, 'testing.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['jsdom', 'dom-accessibility-api'],
      logLevel: 'error',
    })
    const run = promisify(execFile)(process.execPath, [join(folder, 'testing.mjs')])
    const { stderr } = await run.catch((error: { stderr: string }) => error)
    expect(stderr).toContain(
      'TestingError: Expected the package jsdom for telar/testing, received none. Run npm install --save-dev jsdom dom-accessibility-api; a program that is only served needs neither.',
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
