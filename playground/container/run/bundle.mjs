/** Bundles the runner from its sources, as files to be mounted into a container. */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/** @returns {Promise<Record<string, string>>} path in the container → text. */
export async function bundleRunner() {
  const entries = ['supervise', 'child', 'watch', 'rehearsal']
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => here(`${name}.ts`)),
    bundle: true,
    write: false,
    outdir: '.telar',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  })
  const files = {}
  for (const [at, name] of entries.entries()) files[`.telar/${name}.mjs`] = outputFiles[at].text
  return { ...files, ...(await bundlePreviewScript()), ...(await bundleStripper()) }
}

/**
 * Everything that is mounted next to the reader's files: the runner, and the built engine of `engineFolder`
 * (its types go to the editor, not into the container).
 * @returns {Promise<Record<string, string>>} path in the container → text.
 */
export async function mountFiles(engineFolder) {
  const files = await bundleRunner()
  for (const entry of await readdir(engineFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(m?js|json|html|css)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(engineFolder.length).replaceAll('\\', '/').replace(/^\//, '')
    files[`node_modules/telar/${name}`] = await readFile(path, 'utf8')
  }
  return files
}

// Runs in the reader's page, and is served by the reader's process.
export async function bundlePreviewScript() {
  const { outputFiles } = await build({
    entryPoints: [here('../../preview/page/main.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  })
  return { '.telar/preview.js': outputFiles[0].text }
}

// The compiler is 3.7 MB with its wasm as base64; compressed separately it is 0.9 MB of text.
async function bundleStripper() {
  const path = createRequire(import.meta.url).resolve('@swc/wasm-typescript')
  const source = await readFile(path, 'utf8')
  const inlined = /Buffer\.from\((['"])([A-Za-z0-9+/=]{100000,})\1,\s*(['"])base64\3\)/
  const found = inlined.exec(source)
  if (!found) {
    throw new Error(
      `Expected ${path} to hold its wasm as Buffer.from('…', 'base64'), received none. Pin the version before, or change playground/container/run/bundle.mjs.`,
    )
  }
  const wasm = brotliCompressSync(Buffer.from(found[2], 'base64'), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  }).toString('base64')
  const load =
    "require('node:zlib').brotliDecompressSync(Buffer.from(require('node:fs').readFileSync(require('node:path').join(__dirname, 'strip.b64'), 'latin1'), 'base64'))"
  return { '.telar/strip.cjs': source.replace(found[0], () => load), '.telar/strip.b64': wasm }
}
