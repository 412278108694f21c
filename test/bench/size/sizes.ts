/** What a page has to load of each client, minified and gzipped. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export interface Size {
  name: string
  variant: string
  bytes: number
}

/** Ours from the folder of a built client, as the server sends it; peers from their packages. */
export async function sizes(client: string): Promise<Size[]> {
  const modules = readdirSync(client).filter((file) => /^client.*\.js$/.test(file))
  const ours = (file: string) => readFileSync(join(client, file))
  const peers = await Promise.all(PEERS.map(bundled))
  return [
    // The core holds the wasm as text: it is all that a page loads.
    { name: 'client-core-gz', variant: 'telar', bytes: gzipped(ours('client.js')) },
    ...peers.map(([variant, code]) => ({ name: 'client-core-gz', variant, bytes: gzipped(code) })),
    {
      name: 'client-all-gz',
      variant: 'telar',
      bytes: modules.reduce((sum, file) => sum + gzipped(ours(file)), 0),
    },
    { name: 'wasm-gz', variant: 'telar', bytes: gzipped(ours('applier.wasm')) },
  ]
}

// As the engine's server sends its assets; peers are measured with the same.
const gzipped = (bytes: Uint8Array) => gzipSync(bytes, { level: 9, memLevel: 5 }).length

/** What an app's entry would import. */
const PEERS: readonly (readonly [string, string])[] = [
  [
    'phoenix + phoenix_live_view',
    `import { Socket } from 'phoenix'; import { LiveSocket } from 'phoenix_live_view'; new LiveSocket('/live', Socket).connect()`,
  ],
  ['turbo', `import '@hotwired/turbo'`],
  ['htmx', `import 'htmx.org'`],
  ['morphdom', `import morphdom from 'morphdom'; window.morphdom = morphdom`],
]

async function bundled([name, entry]: readonly [string, string]): Promise<[string, Uint8Array]> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  })
  return [name, outputFiles[0]!.contents]
}
