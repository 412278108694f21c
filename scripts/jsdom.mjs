/** Packs jsdom for containers: one text that unpacks itself, a seventh of its size, without the parts that reach for a network. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = createRequire(import.meta.url).resolve('jsdom')

/** @type {import('esbuild').Plugin} */
export const packedJsdom = {
  name: 'packed jsdom',
  setup(build) {
    // The kit asks for what is installed; a container has what is packed.
    build.onLoad({ filter: /engine[/\\]testing[/\\]packages\.ts$/ }, () => ({
      contents: `export { JSDOM, VirtualConsole } from 'jsdom'
export { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api'`,
      resolveDir: root,
    }))
    build.onResolve({ filter: /^jsdom$/ }, () => ({ path, namespace: 'packed' }))
    build.onLoad({ filter: /./, namespace: 'packed' }, async () => ({ contents: await packed() }))
  },
}

let text

const packed = () => (text ??= pack())

async function pack() {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Its syntax stays: with `minifySyntax` a drop and a step back in the history are not heard.
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    external: ['canvas', 'bufferutil', 'utf-8-validate'],
    plugins: [withoutNetwork],
  })
  const code = brotliCompressSync(outputFiles[0].contents, {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  }).toString('base64')
  return `import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
const code = brotliDecompressSync(Buffer.from('${code}', 'base64')).toString()
const module = { exports: {} }
new Function('require', 'module', 'exports', code)(createRequire(import.meta.url), module, module.exports)
export const { JSDOM, VirtualConsole } = module.exports
`
}

// Pages of the kit are given as text and load nothing: what fetches, cookies, XML and tables of encodings and domains are left out.
const withoutNetwork = {
  name: 'without network',
  setup(build) {
    for (const [filter, contents] of Object.entries(INSTEAD)) {
      build.onLoad({ filter: new RegExp(`node_modules/${filter}`) }, () => ({ contents }))
    }
  },
}

const INSTEAD = {
  'jsdom/lib/jsdom/living/xhr/XMLHttpRequest-impl': 'exports.implementation = class {}',
  'ws/': 'module.exports = class {}',
  'https?-proxy-agent/': '',
  'saxes/': '',
  'tough-cookie/': 'exports.CookieJar = class {}',
  'tr46/':
    'exports.toASCII = (domain) => domain.toLowerCase(); exports.toUnicode = (domain) => domain',
  'whatwg-encoding/': "exports.labelToName = () => 'UTF-8'",
}
