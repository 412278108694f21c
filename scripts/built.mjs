/** Knows whether what stands in dist/ and site/.next was built from these very files. */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist/.built')

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
  'postcss.config.mjs',
  'package.json',
  'CHANGELOG.md',
]

// Addresses that the pages contain.
const ADDRESSES = ['TELAR_SITE_URL', 'TELAR_SOURCE_URL']

// What a build or a tool writes among the sources.
const WRITTEN =
  /(^|\/)(\.next|node_modules|next-env\.d\.ts|\.DS_Store)$|\.tsbuildinfo$|^engine\/testing\/client\.js/

/** Whether a whole build of these sources is there. */
export function isBuilt() {
  if (!existsSync(stamp)) return false
  const [sources, ...addresses] = readFileSync(stamp, 'utf8').split('\n')
  // One that is not set now leaves the pages as they are: a built tree starts anywhere.
  const isSame = (name) => !process.env[name] || addresses.includes(`${name}=${process.env[name]}`)
  return ADDRESSES.every(isSame) && sources === hashSources()
}

/** Notes that a build begins, so that one which is interrupted is not taken for whole. Gives what `markBuilt` wants. */
export function beginBuild() {
  rmSync(stamp, { force: true })
  return hashSources()
}

/** Notes that what was begun stands whole. */
export function markBuilt(sources) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const addresses = ADDRESSES.map((name) => `${name}=${process.env[name] ?? ''}`)
  writeFileSync(stamp, [sources, ...addresses].join('\n'))
}

// By content and not by time, so that a built tree may be copied, checked out or unpacked elsewhere.
function hashSources() {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (WRITTEN.test(path)) return
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`)
      return
    }
    const content = readFileSync(join(root, path))
    hash.update(`${path} ${content.length}\n`).update(content)
  }
  for (const path of SOURCES) visit(path)
  return hash.digest('hex')
}
