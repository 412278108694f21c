/** Builds the client as a function of a window, for a process with many of them: the testing kit. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileApplier, FILES } from './build.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Where the testing kit reads it. */
const MODULE = join(here, '../engine/testing/client.js')

/** Writes the module, unless it is up to date. */
export async function writeWholeClient() {
  const head = `/** The client as it ships, built by wasm/whole.mjs from ${await hashOfSources()}. */\n`
  if (existsSync(MODULE) && (await readFile(MODULE, 'utf8')).startsWith(head)) return
  const [code, wasm] = await Promise.all([wholeClient(), compileApplier()])
  const text = `${head}export const createClient = (surroundings) => {
${code}return telarClient
}
export const WASM = '${Buffer.from(wasm).toString('base64')}'
`
  // Another process may be reading it.
  const fresh = `${MODULE}.${process.pid}`
  await writeFile(fresh, text)
  await rename(fresh, MODULE)
}

// Defines `telarClient`: what starts a session, and by name the files that a page loads when needed.
async function wholeClient() {
  const parts = Object.entries(FILES).filter(([name]) => name !== 'client')
  const contents = [
    "export { startSession } from './client/session.ts'",
    ...parts.map(([name, file]) => `export * as ${name.slice(7)} from './client/${file}.ts'`),
  ]
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: here, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'telarClient',
    // Bare names become those of `surroundings`.
    inject: [join(here, 'client/window.ts')],
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  return outputFiles[0].text
}

async function hashOfSources() {
  const hash = createHash('sha256')
  for (const folder of ['', 'client', 'assembly', '../engine/protocol']) {
    const names = await readdir(join(here, folder), { recursive: folder !== '' })
    for (const name of names.sort()) {
      if (/\.(ts|mjs)$/.test(name)) hash.update(await readFile(join(here, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
