/** Builds the engine as a package that anyone can install: `npm run pack` prints the path of the archive on its last line. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildClient, FILES } from '../wasm/build.mjs'
import { writeWholeClient } from '../wasm/whole.mjs'
import { declareTypes, ENGINE } from './engine.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const folder = join(dist, 'package')
const run = promisify(execFile)

const about = JSON.parse(await readFile(join(root, 'engine/package.json'), 'utf8'))
// What a served program needs stands inside, so that it can be bundled into one file; what tests need is asked for.
const inside = Object.keys(about.dependencies)

/** An app that is bundled into one file has no files beside it, so the client stands in the server's own code. */
const clientInside = {
  name: 'client inside',
  setup(build) {
    build.onLoad({ filter: /engine[/\\]server[/\\]client-files\.ts$/ }, async () => {
      const names = Object.keys(FILES).flatMap((name) => [`${name}.js`, `${name}.js.gz`])
      names.push('applier.wasm')
      const files = await Promise.all(
        names.sort().map(async (name) => {
          const body = await readFile(join(folder, 'client', name))
          return [name, body.toString(name.endsWith('.js') ? 'utf8' : 'base64')]
        }),
      )
      return {
        contents: `const FILES = ${JSON.stringify(files)}
export const clientFiles = () => new Map(FILES.map(([name, text]) =>
  [name, Buffer.from(text, name.endsWith('.js') ? 'utf8' : 'base64')]))`,
      }
    })
  },
}

/** CommonJS packages get Node's own by import: in a bundle of ES modules there is no require. */
const importsOfNode = {
  name: 'imports of Node',
  setup(build) {
    build.onResolve({ filter: /^(node:)?\w+$/ }, ({ kind, path }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace: 'node' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'node' }, ({ path }) => ({
      contents: `import it from '${path}'; module.exports = it`,
    }))
  },
}

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await Promise.all([
  buildClient({ outdir: join(folder, 'client') }).then(bundle),
  declareTypes(join(folder, 'types')),
  describe(),
])
const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', dist], {
  cwd: folder,
  shell: process.platform === 'win32',
})
console.log(join(dist, JSON.parse(stdout)[0].filename))

async function bundle() {
  await writeWholeClient()
  await build({
    ...ENGINE,
    outdir: folder,
    sourcesContent: true,
    external: ['bufferutil', 'utf-8-validate'],
    plugins: [clientInside, importsOfNode],
  })
  // The sources stand in the maps, under names of the package's own.
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.map'))) {
    const map = JSON.parse(await readFile(join(folder, name), 'utf8'))
    map.sources = map.sources.map((path) => path.replace(/^(\.\.\/)+/, ''))
    await writeFile(join(folder, name), JSON.stringify(map))
  }
}

async function describe() {
  const doors = { '.': 'index', './server': 'server', './testing': 'testing' }
  const exports = Object.entries(doors).map(([door, code]) => [
    door,
    {
      types: `./types/engine/${code === 'index' ? code : `${code}/index`}.d.ts`,
      default: `./${code}.js`,
    },
  ])
  const packed = {
    ...about,
    // Its declarations name Node's own types.
    dependencies: { '@types/node': '>=20' },
    exports: { ...about.exports, ...Object.fromEntries(exports) },
    files: ['*.js', '*.js.map', 'client', 'types', 'CHANGELOG.md', 'LICENSES'],
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`)
  const files = [
    ['README.md', 'engine/README.md'],
    ['LICENSE', 'LICENSE'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
    ...inside.map((name) => [`LICENSES/${name}`, `node_modules/${name}/LICENSE`]),
  ]
  await Promise.all(files.map(([name, from]) => cp(join(root, from), join(folder, name))))
}
