/** Gets a bare machine ready: npm packages, and the Debian packages that are absent where we may install them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Refuses a Node that is too old with a sentence. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Telar wants Node 20.19 or newer, this is ${process.version}. Install a newer one and try again.`,
  )
  process.exit(1)
}

/** Installs the packages of package-lock.json unless they are there. */
export function installPackages() {
  const stamp = join(root, 'node_modules/.telar-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing packages …')
  // Not `npm ci`: it refuses a lock file that was written where a registry lacks other platforms' optional packages.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  writeFileSync(stamp, lock)
}

/** Builds everything unless what stands in dist/ was made from these very files. */
export function buildOnce() {
  const stamp = join(root, 'dist/.built')
  const sources = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  console.log('Building …')
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, sources)
}

/** Whether a program answers to that name; gives its path. */
export function which(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

/**
 * Installs a Debian package when its program is absent and we are root on Debian.
 * @returns {boolean} whether the program is there now
 */
export function installProgram(program, debianPackage = program) {
  if (which(program)) return true
  if (process.getuid?.() !== 0 || !which('apt-get')) return false
  console.log(`Installing ${debianPackage} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words) =>
    spawnSync('apt-get', ['-qq', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0
  if (!apt('install', '-y', debianPackage)) apt('update') && apt('install', '-y', debianPackage)
  return which(program) !== undefined
}

/** The sandbox for containers. Where it can't be had, or doesn't work, the server says what that means. */
export function prepareSandbox() {
  if (process.platform === 'linux') installProgram('bwrap', 'bubblewrap')
}

/** A browser for tests: Debian's, one that is there, or Playwright's own where it can be fetched. */
export function prepareChromium() {
  if (chromiumPath() || installProgram('chromium')) return
  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (fetched.status === 0) return
  console.error(
    'The tests want Chromium and found none. Install the package chromium of your system, then try again.',
  )
  process.exit(1)
}

/** The Chromium of this machine, by the names that systems give it. */
export const chromiumPath = () => BROWSERS.map(which).find(Boolean)

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome']
const SOURCES = [
  'engine',
  'wasm',
  'lessons',
  'playground',
  'site',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
]

// Sizes and times tell whether anything changed since the last build; reading every file would take longer than it saves.
function sourcesHash() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const about = statSync(path)
    if (!about.isDirectory()) return hash.update(`${path} ${about.size} ${about.mtimeMs}\n`)
    for (const name of readdirSync(path).sort()) {
      if (name !== '.next' && name !== 'node_modules' && name !== 'next-env.d.ts')
        visit(join(path, name))
    }
  }
  for (const name of SOURCES) visit(join(root, name))
  return hash.digest('hex')
}
