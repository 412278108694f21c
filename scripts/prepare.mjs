/** Gets a bare machine ready: npm packages, and the Debian packages that are absent where we may install them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './built.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Refuses a Node that is too old with a sentence. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Expected Node 20.19 or newer, received ${process.version}. Install a newer one and try again.`,
  )
  process.exit(1)
}

/**
 * Installs the packages of package-lock.json unless they are there.
 * @param {{omitDev?: boolean}} [options] `omitDev`: only those that a built tree runs with are wanted
 */
export function installPackages({ omitDev = false } = {}) {
  if (areInstalled(omitDev)) return
  console.log('Installing packages …')
  // Not `npm ci`: it refuses a lock file that was written where a registry lacks other platforms' optional packages.
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  if (omitDev) words.push('--omit=dev')
  execFileSync('npm', words, { cwd: root, stdio: 'inherit' })
}

// npm writes down in node_modules what it has put there, once it is done.
function areInstalled(omitDev) {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const found = packagesOf(installed)
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
    .filter(([, { dev, devOptional }]) => !omitDev || !(dev || devOptional))
    .every(([path, { version }]) => found[path]?.version === version)
}

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages

/** Builds everything unless what stands in dist/ was made from these very files. */
export function buildOnce() {
  if (isBuilt()) return
  console.log('Building …')
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' })
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
function installProgram(program, debianPackage = program) {
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
  if (installProgram('chromium-headless-shell') || chromiumPath()) return
  if (installProgram('chromium')) return
  const fetched = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (fetched.status === 0) return
  console.error(
    'Expected Chromium for the tests, received none. Install the package chromium of your system, then try again.',
  )
  process.exit(1)
}

/** The Chromium of this machine, by the names that systems give it. */
export const chromiumPath = () => BROWSERS.map(which).find(Boolean)

// The first is the same browser without windows, and a page costs it a third less.
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
