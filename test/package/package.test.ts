/** The package as a stranger gets it: packed, installed into an empty folder outside, and used by its guide's first example. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LAUNCH } from '../support/chromium.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
/** Empty but for what somebody installs who follows the guide. */
const outside = mkdtempSync(join(tmpdir(), 'telar-outside-'))
const own = join(outside, 'node_modules/telar')
const started: ChildProcess[] = []

const TSX = '4.23.15'
const EXAMPLE = /```ts\n([\s\S]*?)```/.exec(
  readFileSync(join(root, 'engine/README.md'), 'utf8'),
)![1]!

beforeAll(async () => {
  const { stdout } = await run(process.execPath, [join(root, 'scripts/pack.mjs')], { cwd: root })
  const archive = stdout.trim().split('\n').at(-1)!
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pinned = ['typescript', 'esbuild', 'vitest', 'jsdom', 'dom-accessibility-api'].map(
    (name) => `${name}@${devDependencies[name]}`,
  )
  writeFileSync(join(outside, 'package.json'), '{ "private": true, "type": "module" }')
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', ['install', ...quiet, archive, `tsx@${TSX}`, ...pinned], { cwd: outside })
  for (const name of ['app.ts', 'app.mjs'])
    writeFileSync(join(outside, name), EXAMPLE.replace('port: 3000', 'port: 0'))
})

afterAll(() => {
  for (const one of started) one.kill()
  rmSync(outside, { recursive: true })
})

const tool = (name: string, args: string[]) =>
  run(join(outside, 'node_modules/.bin', name), args, { cwd: outside })

/** Starts it and gives the address that it prints. */
function served(command: string, args: string[], cwd = outside): Promise<string> {
  const app = spawn(command, args, { cwd })
  started.push(app)
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data
      const address = /http:\S+/.exec(said)
      if (address) resolve(address[0])
    }
    app.stdout.on('data', hear)
    app.stderr.on('data', hear)
    app.on('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })
}

async function counts(address: string) {
  const browser = await chromium.launch(LAUNCH)
  try {
    const tab = await browser.newPage()
    await tab.goto(address)
    const button = tab.getByRole('button')
    await button.click()
    await tab.getByText('Clicked 1 times').waitFor()
  } finally {
    await browser.close()
  }
}

test('its declarations compile with all libraries checked', {
  tags: ['A25', 'package'],
}, async () => {
  writeFileSync(
    join(outside, 'all.ts'),
    "import * as telar from 'telar'\nimport * as server from 'telar/server'\nimport * as testing from 'telar/testing'\nexport { server, telar, testing }\n",
  )
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022']
  await tool('tsc', [...options, 'app.ts', 'all.ts'])
})

test('the guide’s first example counts with plain Node', async () => {
  await counts(await served(process.execPath, ['app.mjs']))
})

test('the guide’s first example counts with tsx', async () => {
  await counts(await served(join(outside, 'node_modules/.bin/tsx'), ['app.ts']))
})

test('the guide’s first example counts when it is bundled into one file that stands alone', async () => {
  await tool('esbuild', [
    'app.ts',
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--outfile=bundle.mjs',
  ])
  const elsewhere = mkdtempSync(join(tmpdir(), 'telar-alone-'))
  await cp(join(outside, 'bundle.mjs'), join(elsewhere, 'bundle.mjs'))
  try {
    await counts(await served(process.execPath, ['bundle.mjs'], elsewhere))
  } finally {
    rmSync(elsewhere, { recursive: true })
  }
})

test('it is there for require(), too', async () => {
  const code =
    "console.log(['', '/server', '/testing'].map((door) => Object.keys(require('telar' + door)).length > 5).join())"
  writeFileSync(join(outside, 'require.cjs'), code)
  const { stdout } = await run(process.execPath, ['require.cjs'], { cwd: outside })
  expect(stdout.trim()).toBe('true,true,true')
})

test('a component is tested with Vitest and telar/testing', async () => {
  writeFileSync(
    join(outside, 'counter.test.ts'),
    `import { html, LiveComponent } from 'telar'
import { byRole, visit } from 'telar/testing'
import { expect, test } from 'vitest'

class Counter extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html\`<button lv-click=\${this.add}>Clicked \${this.count} times</button>\`
  }
}

test('it counts', async () => {
  const tab = await visit(Counter)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('Clicked 1 times')
})
`,
  )
  await tool('vitest', ['run'])
})

test('its source maps hold the sources that they name', async () => {
  const maps = (await readdir(own)).filter((name) => name.endsWith('.map'))
  expect(maps).toContain('server.js.map')
  for (const name of maps) {
    const { sources, sourcesContent } = JSON.parse(readFileSync(join(own, name), 'utf8'))
    expect(sourcesContent).toHaveLength(sources.length)
    for (const [i, source] of sources.entries()) {
      expect(source).toMatch(/^(engine|wasm|node_modules|node:)/)
      expect(typeof sourcesContent[i]).toBe('string')
    }
  }
})
