/** Builds everything once: client, engine package, host scripts, server, site. `--without-site` leaves Next out. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { mountFiles } from '../playground/container/run/bundle.mjs'
import { readParts } from '../playground/take-home/parts.mjs'
import { buildClient } from '../wasm/build.mjs'
import { writeWholeClient } from '../wasm/whole.mjs'
import { beginBuild, isBuilt, markBuilt } from './built.mjs'
import { declareTypes, ENGINE } from './engine.mjs'
import { finishPages } from './finish-pages.mjs'
import { packedJsdom } from './jsdom.mjs'
import { packCreator, packEngine } from './package.mjs'
import { writeReference } from './reference.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const engine = join(dist, 'telar')
const run = promisify(execFile)

// Bundled CommonJS modules (ws) ask for Node's own by require.
const REQUIRE =
  "import { createRequire as telarRequire } from 'node:module'; const require = telarRequire(import.meta.url);"

const started = Date.now()
const step = (sentence) =>
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${sentence}`)

const withSite = !process.argv.includes('--without-site')
// A site that was built from these sources stays one.
const whole = withSite || isBuilt()
const sources = beginBuild()

// Chunks of an earlier build would be mounted into containers too.
await rm(engine, { recursive: true, force: true })
await mkdir(engine, { recursive: true })
await Promise.all([
  buildClient({ outdir: engine }),
  bundleEngine(),
  declareTypes(join(dist, 'types')),
])
await packProjects()
await packageEngine()
step('engine and client built')

await Promise.all([
  writeTypes(),
  writeNodeTypes(),
  writeMountFiles(),
  bundleHost(),
  bundleServer(),
  bundleWorker(),
])
step('container files, host and server built')

if (withSite) {
  await writeReference()
  step('reference read')
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build', 'site'], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    maxBuffer: 2 ** 26,
  }).catch((error) => {
    console.error(error.stdout, error.stderr)
    throw new Error('Expected the site to build, received an error, which Next has printed above.')
  })
  step('site built')
  step(`${await finishPages(root)} pages finished`)
}
if (whole) markBuilt(sources)

// One file a door, so that a container starts without walking through a hundred modules.
async function bundleEngine() {
  await writeWholeClient()
  await build({
    ...ENGINE,
    outdir: engine,
    // No keepNames: it names every closure as it is made, which costs each of them 200 bytes and a call.
    // It is mounted into every container; names stay, since readers meet them in stacks.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcesContent: false,
    banner: { js: REQUIRE },
    plugins: [packedJsdom],
  })
}

// What readers take home: the packed engine, the command that makes projects, and the files that stand beside their own.
async function packProjects() {
  const archive = await packEngine(dist, { client: engine, types: join(dist, 'types') })
  await cp(archive, join(dist, 'telar.tgz'))
  await cp(await packCreator(dist, archive), join(dist, 'create-telar.tgz'))
  const parts = { ...(await readParts()), templates: {} }
  await writeFile(join(dist, 'telar-project.json'), JSON.stringify(parts))
}

// What goes to the registry, and into every container: the built engine as a package.
async function packageEngine() {
  // Whatever it depends on is bundled.
  const {
    dependencies: _,
    peerDependencies: __,
    peerDependenciesMeta: ___,
    ...about
  } = JSON.parse(await readFile(join(root, 'engine/package.json'), 'utf8'))
  const doors = {
    '.': ['index', 'index'],
    './server': ['server/index', 'server'],
    './testing': ['testing/index', 'testing'],
  }
  const typed = Object.entries(doors).map(([door, [types, code]]) => [
    door,
    { types: `./${types}.d.ts`, default: `./${code}.js` },
  ])
  about.exports = { ...about.exports, ...Object.fromEntries(typed) }
  await writeFile(join(engine, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
  await cp(join(dist, 'types/engine'), engine, { recursive: true })
  await rm(join(dist, 'types'), { recursive: true })
  await cp(join(root, 'LICENSE'), join(engine, 'LICENSE'))
}

async function writeTypes() {
  const types = {}
  for (const path of await filesIn(engine)) {
    if (path.endsWith('.d.ts') || path.endsWith('package.json')) {
      types[relative(engine, path)] = fenced(await readFile(path, 'utf8'))
    }
  }
  await writeFile(join(dist, 'telar-types.json'), JSON.stringify(types))
}

// An editor shows what stands behind @example as running text unless it is fenced, and a fence needs a line before it.
function fenced(declarations) {
  return declarations.replace(
    /^( *)\* @example ?(.*(?:\n *\*(?! @|\/).*)*)/gm,
    (_, indent, code) =>
      `${indent}* @example In use:\n${indent}* \`\`\`ts\n${code.startsWith('\n') ? code.slice(1) : `${indent}* ${code}`}\n${indent}* \`\`\``,
  )
}

// What the editor needs for code that imports Node's own modules.
async function writeNodeTypes() {
  const types = {}
  for (const name of ['@types/node', 'undici-types']) {
    const folder = join(root, 'node_modules', name)
    for (const path of await filesIn(folder)) {
      const within = relative(folder, path)
      // Folders such as ts5.6 hold the same for older compilers.
      if (/^ts\d/.test(within) || !/\.d\.ts$|^package\.json$/.test(within)) continue
      types[`${name}/${within}`] = await readFile(path, 'utf8')
    }
  }
  await writeFile(join(dist, 'telar-node-types.json'), JSON.stringify(types))
}

async function writeMountFiles() {
  await writeFile(join(dist, 'telar-engine.json'), JSON.stringify(await mountFiles(engine)))
}

async function bundleHost() {
  const shared = { bundle: true, legalComments: 'none', logLevel: 'warning' }
  const from = (path) => join(root, 'playground/host', path)
  await Promise.all([
    build({
      ...shared,
      entryPoints: [from('headless/main.ts')],
      outfile: join(dist, 'host/headless.js'),
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      minify: true,
    }),
    build({
      ...shared,
      entryPoints: [from('agent/main.ts')],
      outfile: join(dist, 'host/agent.cjs'),
      platform: 'node',
      format: 'cjs',
      target: 'node20',
    }),
    build({
      ...shared,
      entryPoints: [from('agent/listen.ts')],
      outfile: join(dist, 'host/listen.cjs'),
      platform: 'node',
      format: 'cjs',
      target: 'node20',
    }),
  ])
}

// What keeps pages for reading without a network.
async function bundleWorker() {
  await build({
    entryPoints: [join(root, 'site/offline/worker.ts')],
    outfile: join(dist, 'sw.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { BUILD: JSON.stringify(sources.slice(0, 16)), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
}

// What is installed where the built tree runs stays outside of the bundle; all else is in it.
async function bundleServer() {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  await build({
    entryPoints: [join(root, 'site/server.ts')],
    outfile: join(dist, 'server/site.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    alias: {
      telar: join(root, 'engine/index.ts'),
      'telar/server': join(root, 'engine/server/index.ts'),
    },
    external: Object.keys(dependencies),
    banner: { js: REQUIRE },
    logLevel: 'warning',
  })
  // A component's class name stands in sentences and in the paths of stored state.
  const code = await readFile(join(dist, 'server/site.js'), 'utf8')
  const renamed = /\bclass (_\w+|\w+\d) extends (LiveComponent|Layout)\b/.exec(code)
  if (renamed) {
    throw new Error(
      `Expected every component of the site to keep its name, received ${renamed[1]}: two have the same name, or one names itself.`,
    )
  }
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
