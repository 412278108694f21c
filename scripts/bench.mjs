/** `npm run bench -- apply | loop | wire | server | size | hash | kit | site`: builds what a suite needs into dist/bench/ and runs it. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildClient } from '../wasm/build.mjs'
import { writeWholeClient } from '../wasm/whole.mjs'
import { packedJsdom } from './jsdom.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const suites = ['apply', 'loop', 'wire', 'server', 'size', 'hash', 'kit', 'site']
const [suite, ...rest] = process.argv.slice(2)
if (suite === 'plot') {
  const { plot } = await import('./plot.mjs')
  process.exit(plot(rest[0]))
}
if (suite === 'keep') {
  const { keep } = await import('./keep.mjs')
  process.exit(keep(rest[0]))
}
if (!suites.includes(suite)) {
  console.error(
    `Expected one of ${suites.join(', ')}, plot or keep, received ${suite ?? 'nothing'}.`,
  )
  process.exit(1)
}

const from = (path) => join(root, 'bench', suite, path)
// A folder for each suite and process: suites may run side by side, and a build must not change under one.
const outdir = join(root, 'dist/bench', suite)
await rm(outdir, { recursive: true, force: true })
await mkdir(outdir, { recursive: true })
await Promise.all([buildClient({ outdir }), bundleNode(), bundlePages()])
process.exitCode = await run()

async function bundleNode() {
  await writeWholeClient()
  const children = existsSync(from('serve.ts')) ? [from('serve.ts')] : []
  await build({
    entryPoints: [from('main.ts'), ...children],
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['esbuild', '@playwright/test', 'playwright-core', 'ws', 'lighthouse'],
    inject: [join(root, 'bench/peers/offline.ts')],
    alias: {
      telar: join(root, 'engine/index.ts'),
      'telar/server': join(root, 'engine/server/index.ts'),
      'telar/testing': join(root, 'engine/testing/index.ts'),
    },
    plugins: [packedJsdom],
    logLevel: 'warning',
  })
}

async function bundlePages() {
  const pages = (await readdir(from('.'))).filter((file) => /^page(-.*)?\.ts$/.test(file))
  const about = await readFile(join(root, 'node_modules/phoenix_live_view/package.json'), 'utf8')
  await build({
    entryPoints: pages.map(from),
    outdir,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    // Peers as they ship in a production build.
    minify: true,
    define: {
      'process.env.NODE_ENV': '"production"',
      VERSION: JSON.stringify(JSON.parse(about).version),
    },
    logLevel: 'warning',
  })
}

function run() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', join(outdir, 'main.js'), ...rest], {
      stdio: 'inherit',
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
