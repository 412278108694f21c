/** Shows what `npm start` takes for built and installed, on a copy of the sources with an npm that can't be called. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
let outside: string
let tree: string

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'telar-tree-'))
  tree = join(outside, 'tree')
  cpSync(root, tree, {
    recursive: true,
    filter: (path) =>
      !/(^|\/)(\.git|\.next|node_modules|dist|test|test-results)$/.test(relative(root, path)),
  })
})

afterEach(() => {
  rmSync(outside, { recursive: true })
})

test('a tree that was built stays built when it is copied elsewhere, whatever the times of its files', () => {
  ask('const { beginBuild, markBuilt } = built; markBuilt(beginBuild())')
  renameSync(tree, join(outside, 'elsewhere'))
  tree = join(outside, 'elsewhere')
  utimesSync(join(tree, 'site/server.ts'), 1, 1)
  expect(ask('console.log(built.isBuilt())')).toBe('true')
})

test('a changed source, or a build that was interrupted, is no built tree', () => {
  ask('const { beginBuild, markBuilt } = built; markBuilt(beginBuild())')
  appendFileSync(join(tree, 'lessons/01-counter/lesson.mdx'), 'More.\n')
  expect(ask('console.log(built.isBuilt())')).toBe('false')
  ask('const { beginBuild, markBuilt } = built; markBuilt(beginBuild()); beginBuild()')
  expect(ask('console.log(built.isBuilt())')).toBe('false')
})

test('a built tree installs nothing where only the packages of development are absent', () => {
  const kept = Object.entries<{ dev?: boolean; optional?: boolean }>(lock.packages).filter(
    ([, { dev, optional }]) => !dev && !optional,
  )
  writeInstalled(Object.fromEntries(kept))
  expect(ask('prepare.installPackages({ omitDev: true }); console.log("ready")')).toBe('ready')
  expect(() => ask('prepare.installPackages()')).toThrow('Installing packages …')
})

test('a package of another version, or absent, is installed', () => {
  const { 'node_modules/next': next, ...others } = lock.packages
  writeInstalled({ ...others, 'node_modules/next': { ...next, version: '1.0.0' } })
  expect(() => ask('prepare.installPackages({ omitDev: true })')).toThrow('Installing packages …')
  writeInstalled(others)
  expect(() => ask('prepare.installPackages({ omitDev: true })')).toThrow('Installing packages …')
  rmSync(join(tree, 'node_modules'), { recursive: true })
  expect(() => ask('prepare.installPackages({ omitDev: true })')).toThrow('Installing packages …')
})

/** As npm writes it once it is done. */
function writeInstalled(packages: object) {
  mkdirSync(join(tree, 'node_modules'), { recursive: true })
  writeFileSync(join(tree, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
}

/** Runs code in a process of its own beside the copied scripts; gives what it printed. @throws what it printed before it failed */
function ask(code: string): string {
  const imports = `const [built, prepare] = await Promise.all(['built', 'prepare'].map((name) => import('${tree}/scripts/' + name + '.mjs')))\n`
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', imports + code],
    { encoding: 'utf8', env: { ...process.env, PATH: '/nowhere' } },
  )
  if (status !== 0) throw new Error(stdout)
  return stdout.trim()
}
