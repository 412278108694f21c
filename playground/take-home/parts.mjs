/** Reads what a project is made of: the files that all have, those of the templates, and the versions that this repository is tested with. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')

/** @returns {Promise<import('./project-parts.ts').Parts>} */
export async function readParts() {
  const engine = await readJson('engine/package.json')
  const { dependencies, devDependencies } = await readJson('package.json')
  const folders = await readdir(join(here, 'templates'))
  const templates = await Promise.all(
    folders.map(async (name) => [name, await filesIn(join(here, 'templates', name))]),
  )
  return {
    engine: engine.version,
    node: engine.engines.node,
    versions: { ...dependencies, ...devDependencies },
    app: await filesIn(join(here, 'app')),
    templates: Object.fromEntries(templates),
  }
}

const readJson = async (path) => JSON.parse(await readFile(join(root, path), 'utf8'))

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const name = relative(folder, path).replaceAll('\\', '/')
        // Under its own name it would be obeyed here.
        return [name === 'gitignore' ? '.gitignore' : name, await readFile(path, 'utf8')]
      }),
  )
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}
