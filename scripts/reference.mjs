/** `node scripts/reference.mjs`: writes dist/reference.json, from which the site makes the pages of the reference. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from './prepare.mjs'
import { publicNames } from './reference/names.mjs'
import { createPrograms } from './reference/programs.mjs'
import { wireOf } from './reference/wire.mjs'

/** What the pages need: the public names with their comments, the limits, the ops of the wire. */
export async function referenceOf() {
  const guide = await readFile(join(root, 'engine/README.md'), 'utf8')
  const wire = await readFile(join(root, 'engine/protocol/README.md'), 'utf8')
  const examples = await load('test/docs/example.ts')
  const table = await load('test/conformance/table.ts')
  const { PAGE: start } = await load('test/conformance/page.ts')
  const names = await publicNames()
  const programOf = createPrograms(names, guide, examples)
  return {
    names: await Promise.all(
      names.map(async (name) => ({
        ...name,
        examples: await Promise.all(
          name.examples.map(async (code) => ({ code, program: await programOf(code) })),
        ),
      })),
    ),
    limits: limitsIn(guide),
    wire: wireOf(wire, table, start),
  }
}

// test/docs/limits.test.ts holds this table to the limits that there are.
function limitsIn(guide) {
  const [, table = ''] = /^\| limit \|.*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(guide) ?? []
  return [...table.matchAll(/^\| `([\w.]+)` \| (\d+) \| (.*) \|$/gm)].map(
    ([, name, value, effect]) => ({ name, value: Number(value), effect }),
  )
}

/** A module of the repository, which Node can't read as it is. */
async function load(file) {
  const outfile = join(root, 'dist/reference', file.replace(/\.ts$/, '.mjs'))
  await build({
    entryPoints: [join(root, file)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

export async function writeReference() {
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(join(root, 'dist/reference.json'), JSON.stringify(await referenceOf()))
}

if (import.meta.filename === process.argv[1]) await writeReference()
