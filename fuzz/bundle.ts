/** Bundles the property with the engine under it, and prepares the shipped client to be called as functions. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, transform } from 'esbuild'
import { builtClient } from '../test/wasm/built.ts'
import { buildClient } from '../wasm/build.mjs'
import { type ClientFiles, DOOR } from './dom/client.ts'
import type { Planted } from './planted.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')

/** A script that leaves `telarFuzz`. With a planted bug in one file of the engine, if one is given. */
export async function bundleDom(planted?: Planted): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'dom/run.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'telarFuzz',
    target: 'es2022',
    logLevel: 'error',
    banner: { js: BUFFER },
    plugins: planted ? [withoutNode, plant(planted)] : [withoutNode],
  })
  return outputFiles[0]!.text
}

/** The files of the shipped client, and the JSON client of the conformance tests. With a planted bug in one file of the client, if one is given. */
export async function clientFiles(planted?: Planted): Promise<ClientFiles> {
  const folder = planted ? mkdtempSync(join(tmpdir(), 'telar-planted-')) : await builtClient()
  if (planted) await buildClient({ outdir: folder, plugins: [plant(planted)] })
  const files: Record<string, string> = {}
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    files[name] = await callable(readFileSync(join(folder, name), 'utf8'), name)
  }
  files[DOOR] = await doorOfClient()
  const json = readFileSync(join(root, 'test/conformance/json-client.js'), 'utf8')
  const more = readFileSync(join(here, 'dom/json-more.js'), 'utf8')
  files['json-client.js'] = json + more
  return files
}

// A module becomes the body of a function: what it exports is set, what it imports is asked for.
async function callable(module: string, name: string): Promise<string> {
  const isEntry = !/\bexport\s*\{/.test(module)
  const { code } = await transform(module, {
    format: isEntry ? 'esm' : 'cjs',
    target: 'es2022',
    define: { 'import.meta.url': JSON.stringify(`http://tab/${name}`) },
    supported: { 'dynamic-import': true },
  })
  const text = code.replace(/\bimport\(/g, 'fetchFile(')
  if (isEntry) return text
  return `const module = { exports: {} };${text};Object.defineProperties(exports, Object.getOwnPropertyDescriptors(module.exports))`
}

// Declares what the client uses of a window, from `surroundings`.
async function doorOfClient(): Promise<string> {
  const source = readFileSync(join(root, 'wasm/client/window.ts'), 'utf8')
  const { code } = await transform(source, { loader: 'ts', target: 'es2022' })
  return code.replace('export const', 'const')
}

// The engine's door leads to files and hashes too, which these pages do not use.
const withoutNode: Plugin = {
  name: 'without node',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'absent' }))
    build.onLoad({ filter: /./, namespace: 'absent' }, ({ path }) => ({
      contents: path === 'node:crypto' ? CRYPTO : 'module.exports = {}',
    }))
  },
}

// A bus names its life; a page without https has random bytes but no `randomUUID`.
const CRYPTO = 'exports.randomUUID = () => crypto.getRandomValues(new Uint32Array(4)).join("-")'

// A page has no Buffer; of the server's the engine takes this alone to put parts together.
const BUFFER = `globalThis.Buffer ??= { concat(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) { whole.set(part, at); at += part.length }
  return whole
} };`

function plant({ file, from, to }: Planted): Plugin {
  return {
    name: 'planted bug',
    setup(build) {
      const path = join(root, file)
      build.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        if (loaded !== path) return undefined
        const text = readFileSync(path, 'utf8')
        // A bug that is not there would never be found.
        if (text.split(from).length !== 2)
          throw new Error(
            `Expected ${file} to hold this text once, received it ${text.split(from).length - 1} times: ${from}`,
          )
        return { contents: text.replace(from, () => to), loader: 'ts' }
      })
    },
  }
}
