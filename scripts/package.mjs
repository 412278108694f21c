/** Packs what goes out: the engine, and the command that makes projects with it. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { readParts } from '../playground/take-home/parts.mjs'
import { buildClient, FILES } from '../wasm/build.mjs'
import { writeWholeClient } from '../wasm/whole.mjs'
import { declareTypes, ENGINE } from './engine.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

const about = JSON.parse(await readFile(join(root, 'engine/package.json'), 'utf8'))
// What a served program needs stands inside, so that it can be bundled into one file; what tests need is asked for.
const inside = Object.keys(about.dependencies)

const CLIENT = [
  ...Object.keys(FILES).flatMap((name) => [`${name}.js`, `${name}.js.gz`]),
  'applier.wasm',
]

/**
 * Packs the engine into the folder `into`, and gives the path of the archive.
 * @param {string} into
 * @param {{ client: string, types: string }} [built] Folders in which a build has written these already.
 */
export async function packEngine(into, built) {
  const folder = await emptyFolder(into, 'package')
  const client = join(folder, 'client')
  const types = join(folder, 'types')
  const clientBuilt = built
    ? Promise.all(CLIENT.map((name) => cp(join(built.client, name), join(client, name))))
    : buildClient({ outdir: client })
  const typesWritten = built ? cp(built.types, types, { recursive: true }) : declareTypes(types)
  await Promise.all([clientBuilt.then(() => bundleEngine(folder)), typesWritten, describe(folder)])
  return npmPack(folder, into)
}

/** Packs the command that makes projects, with the packed engine in it, and gives the path of the archive. */
export async function packCreator(into, engine) {
  const folder = await emptyFolder(into, 'create-package')
  const from = join(root, 'playground/take-home/cli')
  const { metafile } = await build({
    entryPoints: [join(from, 'main.ts')],
    absWorkingDir: root,
    metafile: true,
    outfile: join(folder, 'main.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [importsOfNode],
    legalComments: 'none',
    logLevel: 'warning',
  })
  const packed = {
    name: 'create-telar',
    version: about.version,
    description: 'Makes a project with Telar: LiveView for TypeScript.',
    license: about.license,
    type: 'module',
    engines: about.engines,
    bin: 'bin.cjs',
    files: ['bin.cjs', 'main.js', 'parts.json', '*.tgz', 'LICENSES'],
  }
  await Promise.all([
    writeFile(join(folder, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`),
    writeFile(join(folder, 'parts.json'), JSON.stringify(await readParts())),
    cp(join(from, 'bin.cjs'), join(folder, 'bin.cjs')),
    cp(engine, join(folder, basename(engine))),
    cp(join(root, 'LICENSE'), join(folder, 'LICENSE')),
    ...packagesIn(metafile).map((name) => copyLicense(name, folder)),
  ])
  return npmPack(folder, into)
}

/** The packages that a bundle has taken in. */
function packagesIn({ inputs }) {
  const names = Object.keys(inputs).map(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1],
  )
  return [...new Set(names.filter(Boolean))]
}

async function copyLicense(name, folder) {
  const from = join(root, 'node_modules', name)
  const file = (await readdir(from)).find((one) => /^licen[cs]e/i.test(one))
  await cp(join(from, file), join(folder, 'LICENSES', name.replace('/', '-')))
}

async function emptyFolder(into, name) {
  const folder = join(into, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

async function npmPack(folder, into) {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', into], {
    cwd: folder,
    shell: process.platform === 'win32',
  })
  return join(into, JSON.parse(stdout)[0].filename)
}

/** An app that is bundled into one file has no files beside it, so the client stands in the server's own code. */
const clientInside = (folder) => ({
  name: 'client inside',
  setup(build) {
    build.onLoad({ filter: /engine[/\\]server[/\\]client-files\.ts$/ }, async () => {
      const files = await Promise.all(
        CLIENT.toSorted().map(async (name) => {
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
})

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

async function bundleEngine(folder) {
  await writeWholeClient()
  await build({
    ...ENGINE,
    outdir: folder,
    sourcesContent: true,
    external: ['bufferutil', 'utf-8-validate'],
    plugins: [clientInside(folder), importsOfNode],
  })
  // The sources stand in the maps, under names of the package's own.
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.map'))) {
    const map = JSON.parse(await readFile(join(folder, name), 'utf8'))
    map.sources = map.sources.map((path) =>
      path.startsWith('node:') ? path : relative(root, resolve(folder, path)).replaceAll('\\', '/'),
    )
    await writeFile(join(folder, name), JSON.stringify(map))
  }
}

async function describe(folder) {
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
