/** Builds the client: the decoder by AssemblyScript, inlined into the core, and the files that a page fetches at need. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { build } from 'esbuild'
import { minify } from 'terser'
import { INTERNAL } from './internal.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** What a page loads, then what it fetches at need. */
export const FILES = {
  client: 'main',
  'client-trouble': 'trouble',
  'client-fields': 'fields',
  'client-drag': 'drag',
  'client-decoder': 'decode',
  'client-extras': 'extras',
}

/**
 * Writes the files of the client and applier.wasm into `outdir`.
 * @param {{ outdir: string, dev?: boolean, plugins?: import('esbuild').Plugin[] }} options `dev` leaves the modules readable.
 */
export async function buildClient({ outdir, dev = false, plugins = [] }) {
  await mkdir(outdir, { recursive: true })
  const wasm = await compileApplier()
  await writeFile(join(outdir, 'applier.wasm'), wasm)
  // What the core calls a name, the other files must call it too.
  let mangleCache = {}
  for (const [name, file] of Object.entries(FILES)) {
    const result = await build({
      entryPoints: { [name]: join(here, `client/${file}.ts`) },
      outdir,
      write: false,
      bundle: true,
      format: 'esm',
      target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
      minify: !dev,
      sourcemap: dev ? 'inline' : false,
      charset: 'utf8',
      mangleProps: dev ? undefined : INTERNAL,
      mangleCache,
      legalComments: 'none',
      logLevel: 'warning',
      plugins,
    })
    mangleCache = result.mangleCache ?? {}
    const [{ path, text }] = result.outputFiles
    const code = dev ? text : await tighten(text)
    await writeFile(
      path,
      code.replace(/\bWASM\b/, () => literal(wasm)),
    )
  }
}

// A second minifier finds what the bundler leaves: 4 % of what is sent.
async function tighten(text) {
  const { code } = await minify(text.replace(SHEET, tightenSheet), {
    module: true,
    ecma: 2020,
    compress: { passes: 5, inline: 1, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
    format: { comments: false },
  })
  return code
}

// The client's own rules all begin so; no blank in their selectors stands for a descendant.
const SHEET = /`\n:where\([^`]*`/g
const tightenSheet = (sheet) => sheet.replace(/\s*([{};:,>])\s*/g, '$1')

// A character a byte, and only what must be escaped: half the bytes of a decoder are below 32.
function literal(wasm) {
  const escapes = { '\n': '\\n', '\r': '\\r', "'": "\\'", '\\': '\\\\' }
  const text = Buffer.from(wasm).toString('latin1')
  return `'${text.replace(/[\n\r'\\]/g, (char) => escapes[char])}'`
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
  if (error)
    throw new Error(`Expected the applier to compile, received errors:\n${stderr.toString()}`)
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
  // The shapes of the ops stand there, below the fields and the frame; 0 would mean anywhere.
  '--memoryBase',
  '8',
  '--initialMemory',
  '1',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildClient({ outdir: process.argv[2] ?? join(here, '../dist/client') })
}
