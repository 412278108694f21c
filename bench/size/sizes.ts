/** What a page has to load of each client, minified and gzipped. */
import { build } from 'esbuild'
import { gzipped, ownSizes } from './own.ts'

export interface Size {
  name: string
  variant: string
  bytes: number
}

/** Ours from the folder of a built client; peers from their packages. */
export async function sizes(client: string): Promise<Size[]> {
  const { core, everything, wasm } = ownSizes(client)
  const peers = await Promise.all(PEERS.map(bundled))
  return [
    { name: 'client-core-gz', variant: 'telar', bytes: core },
    ...peers.map(([variant, code]) => ({ name: 'client-core-gz', variant, bytes: gzipped(code) })),
    { name: 'client-all-gz', variant: 'telar', bytes: everything },
    { name: 'wasm-gz', variant: 'telar', bytes: wasm },
  ]
}

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
