/** What a page loads of our client, by the gzip that the peers are measured with: the build's own is 3 % smaller. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipped as asServed } from '../../engine/server/assets.ts'

/** Bytes of a built client: the core, which every page loads and which holds the wasm as text; all files; the wasm alone. */
export function ownSizes(folder: string): { core: number; everything: number; wasm: number } {
  const of = (file: string) => gzipped(readFileSync(join(folder, file)))
  const modules = readdirSync(folder).filter((file) => /^client.*\.js$/.test(file))
  return {
    core: of('client.js'),
    everything: modules.reduce((sum, file) => sum + of(file), 0),
    wasm: of('applier.wasm'),
  }
}

/** As the engine's server compresses what nobody has compressed before; peers are measured with the same. */
export const gzipped = (bytes: Uint8Array) => asServed(bytes).length
