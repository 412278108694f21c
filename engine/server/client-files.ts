/** The client's files: next to the bundled server, or built from the sources. A package contains them (scripts/pack.mjs). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** By name, sorted, with those that the build has compressed beside them (`client.js.gz`); undefined if the client was not built. */
export function clientFiles(): Map<string, Buffer> | undefined {
  const folder = FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(`${path}client.js`),
  )
  if (!folder) return undefined
  const names = readdirSync(folder).filter((name) => CLIENT.test(name))
  return new Map(names.sort().map((name) => [name, readFileSync(folder + name)]))
}

const FOLDERS = ['./', '../../dist/telar/']
const CLIENT = /^(client.*\.js|applier\.wasm)(\.gz)?$/
