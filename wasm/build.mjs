/** Builds the client: the decoder with AssemblyScript, inlined into the core, and the files that a page loads when needed. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipAsync } from '@gfx/zopfli'
import asc from 'assemblyscript/asc'
import { build } from 'esbuild'
import { minify } from 'terser'
import { INTERNAL } from './internal.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** What a page loads first, then what it loads when needed. */
export const FILES = {
  client: 'main',
  'client-trouble': 'trouble',
  'client-fields': 'fields',
  'client-drag': 'drag/drag',
  'client-decoder': 'decode',
  'client-nav': 'nav/nav',
  'client-extras': 'extras',
}

/** Compiled once for all clients that a process builds: some seconds each. */
let applier

/**
 * Writes the files of the client, also compressed, and applier.wasm into `outdir`.
 * @param {{ outdir: string, dev?: boolean, plugins?: import('esbuild').Plugin[] }} options `dev` keeps the modules readable.
 */
export async function buildClient({ outdir, dev = false, plugins = [] }) {
  await mkdir(outdir, { recursive: true })
  applier ??= compileApplier()
  const wasm = await applier
  await writeFile(join(outdir, 'applier.wasm'), wasm)
  // Names shortened in the core must be shortened in the same way in the other files.
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
    const code = dev ? text : await tighten(text, name !== 'client')
    const whole = code.replace(/\bWASM\b/, () => literal(wasm))
    await writeFile(path, whole)
    // As a server sends it: this compressor takes too long to do it at a start, and saves 3 %.
    if (dev) await rm(`${path}.gz`, { force: true })
    else await writeFile(`${path}.gz`, await gzipAsync(Buffer.from(whole), ZOPFLI))
  }
}

const ZOPFLI = { numiterations: 15, blocksplitting: true }

// A second minifier saves another 4 %.
async function tighten(text, isLater) {
  const { code } = await minify(text.replace(SHEET, tightenSheet), {
    module: true,
    ecma: 2020,
    compress: {
      passes: 5,
      inline: 1,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      // Smaller after compression in all files but the core.
      hoist_funs: isLater,
    },
    format: { comments: false },
  })
  return code
}

// All CSS rules of the client start like this; no space in their selectors is a descendant combinator.
const SHEET = /`\n:where\([^`]*`/g
const tightenSheet = (sheet) => sheet.replace(/\s*([{};:,>])\s*/g, '$1')

// One character a byte, and only necessary escapes: half the bytes of a decoder are below 32.
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

// The smallest of the tried options; the stub runtime never frees, and the decoder never allocates.
const FLAGS = [
  '--baseDir',
  here,
  '--runtime',
  'stub',
  '-O3z',
  '--converge',
  '--noAssert',
  // The shapes of the ops are there, before the fields and the frame; 0 would mean anywhere.
  '--memoryBase',
  '8',
  '--initialMemory',
  '1',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildClient({ outdir: process.argv[2] ?? join(here, '../dist/client') })
}
