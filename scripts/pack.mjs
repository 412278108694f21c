/** Builds the engine as a package that anyone can install: `npm run pack` prints the path of the archive on its last line. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildClient, FILES } from '../wasm/build.mjs'
import { writeWholeClient } from '../wasm/whole.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const folder = join(dist, 'package')
const run = promisify(execFile)

// What the package asks for stands in engine/package.json; nothing else may stay outside of the bundle.
const about = JSON.parse(await readFile(join(root, 'engine/package.json'), 'utf8'))
const external = [...Object.keys(about.dependencies), ...Object.keys(about.peerDependencies)]

/** An app that is bundled into one file has no files beside it, so the client stands in the server's own code. */
const clientInside = {
  name: 'client inside',
  setup(build) {
    build.onLoad({ filter: /engine[/\\]server[/\\]client-files\.ts$/ }, async () => {
      const names = ['applier.wasm', ...Object.keys(FILES).map((name) => `${name}.js`)]
      const files = await Promise.all(
        names.sort().map(async (name) => {
          const body = await readFile(join(folder, 'client', name))
          return [name, body.toString(name.endsWith('.wasm') ? 'base64' : 'utf8')]
        }),
      )
      return {
        contents: `const FILES = ${JSON.stringify(files)}
export const clientFiles = () => new Map(FILES.map(([name, text]) =>
  [name, Buffer.from(text, name.endsWith('.wasm') ? 'base64' : 'utf8')]))`,
      }
    })
  },
}

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await Promise.all([
  buildClient({ outdir: join(folder, 'client') }).then(bundle),
  declareTypes(),
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
    entryPoints: {
      index: join(root, 'engine/index.ts'),
      server: join(root, 'engine/server/index.ts'),
      testing: join(root, 'engine/testing/index.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: true,
    chunkNames: 'chunk-[hash]',
    external,
    plugins: [clientInside],
    logLevel: 'warning',
  })
  // The sources stand in the maps, under names of the package's own.
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.map'))) {
    const map = JSON.parse(await readFile(join(folder, name), 'utf8'))
    map.sources = map.sources.map((path) => path.replace(/^(\.\.\/)+/, ''))
    await writeFile(join(folder, name), JSON.stringify(map))
  }
}

async function declareTypes() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const outDir = join(folder, 'types')
  await run(process.execPath, [tsc, '-p', join(root, 'engine'), '--outDir', outDir]).catch(
    (error) => {
      throw new Error(`The engine's types could not be written:\n${error.stdout}`)
    },
  )
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
    dependencies: { '@types/node': '>=20', ...about.dependencies },
    exports: { ...about.exports, ...Object.fromEntries(exports) },
    files: ['*.js', '*.js.map', 'client', 'types', 'CHANGELOG.md'],
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`)
  await Promise.all(
    Object.entries({
      'README.md': 'engine/README.md',
      LICENSE: 'LICENSE',
      'CHANGELOG.md': 'CHANGELOG.md',
    }).map(([name, from]) => cp(join(root, from), join(folder, name))),
  )
}
