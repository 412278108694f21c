/** Builds the client: the decoder by AssemblyScript, inlined into one module, and the debug module beside it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import asc from 'assemblyscript/asc'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Writes client.js, client-later.js, client-debug.js and applier.wasm into `outdir`.
 * @param {{ outdir: string, dev?: boolean }} options `dev` leaves the modules readable.
 * @returns {Promise<{ wasm: number, wasmGzipped: number, client: number, clientGzipped: number }>} sizes in bytes
 */
export async function buildClient({ outdir, dev = false }) {
  await mkdir(outdir, { recursive: true })
  const wasm = await compileApplier()
  await writeFile(join(outdir, 'applier.wasm'), wasm)
  await build({
    entryPoints: {
      client: join(here, 'client/main.ts'),
      'client-later': join(here, 'client/later.ts'),
      'client-debug': join(here, 'client/debug.ts'),
    },
    outdir,
    bundle: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    define: { WASM: JSON.stringify(Buffer.from(wasm).toString('latin1')) },
    charset: 'utf8',
    // Only the client's own marks on nodes: both files must find them under one short name.
    mangleProps: dev ? undefined : /^telar(Row|Raw|Done)$/,
    legalComments: 'none',
    logLevel: 'warning',
  })
  const client = await readFile(join(outdir, 'client.js'))
  return {
    wasm: wasm.length,
    wasmGzipped: gzipSync(wasm, { level: 9 }).length,
    client: client.length,
    clientGzipped: gzipSync(client, { level: 9 }).length,
  }
}

/**
 * The decoder as WASM.
 * @returns {Promise<Uint8Array>}
 */
export async function compileApplier() {
  let wasm
  const { error, stderr } = await asc.main(
    ['assembly/apply.ts', '--outFile', 'applier.wasm', ...FLAGS],
    {
      readFile: (name, base) => readFile(join(base, name), 'utf8').catch(() => null),
      writeFile: (name, contents) => {
        if (name === 'applier.wasm') wasm = contents
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(`The applier does not compile:\n${stderr.toString()}`)
  return wasm
}

// Smallest of what was tried; the stub runtime never frees, and the decoder never allocates.
const FLAGS = [
  '--baseDir',
  here,
  '--runtime',
  'stub',
  '-O3z',
  '--converge',
  '--noAssert',
  '--initialMemory',
  '1',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await buildClient({ outdir: process.argv[2] ?? join(here, '../dist/client') }))
}
