/** Packs the engine, and the command that makes projects with it: `npm run pack` prints the paths of both archives, the engine's on its last line. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packCreator, packEngine } from './package.mjs'

const [into = join(fileURLToPath(new URL('..', import.meta.url)), 'dist')] = process.argv
  .slice(2)
  .map((folder) => resolve(folder))

await mkdir(into, { recursive: true })
const engine = await packEngine(into)
console.log(await packCreator(into, engine))
console.log(engine)
