/** What every build of the engine has in common: its doors, how they are bundled, and their types. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Options of esbuild; chunks are shared between the doors. */
export const ENGINE = {
  entryPoints: {
    index: join(root, 'engine/index.ts'),
    server: join(root, 'engine/server/index.ts'),
    testing: join(root, 'engine/testing/index.ts'),
  },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  chunkNames: 'chunk-[hash]',
  logLevel: 'warning',
}

/** Writes the engine's declarations. */
export async function declareTypes(outDir) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const words = [tsc, '-p', join(root, 'engine'), '--outDir', outDir]
  await promisify(execFile)(process.execPath, words).catch((error) => {
    throw new Error(`Expected the engine's types to be written, received errors:\n${error.stdout}`)
  })
}
