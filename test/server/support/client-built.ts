/** Sees to it that the server finds a built client, as it does after a build. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtClient } from '../../wasm/built.ts'

const dist = fileURLToPath(new URL('../../../dist/telar', import.meta.url))

export async function ensureClient(): Promise<void> {
  if (existsSync(join(dist, 'client.js'))) return
  const folder = await builtClient()
  mkdirSync(dist, { recursive: true })
  // client.js last: whoever finds it finds the others too.
  for (const name of readdirSync(folder).sort((a) => (a === 'client.js' ? 1 : -1))) {
    const fresh = join(dist, `${name}.${process.pid}`)
    copyFileSync(join(folder, name), fresh)
    renameSync(fresh, join(dist, name))
  }
}
