/** Mounts a tree of files below the project's folder, and exports one, in the client library's short form. */
import { mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { TreeNode } from '../messages.ts'
import { MAX_FILE } from './files.ts'
import type { Workdir } from './workdir.ts'

export function createTree(workdir: Workdir) {
  return {
    /** `at` must already exist, as in the client library. */
    async mount(bytes: Uint8Array, at: string | null) {
      const target = workdir.resolve(at ?? '.')
      if (!(await stat(target)).isDirectory())
        throw Object.assign(
          new Error(`ENOTDIR: expected a folder to mount into, received the file '${at}'`),
          {
            code: 'ENOTDIR',
          },
        )
      await place(parseTree(bytes), target)
    },

    async export(path: string, includes: string[], excludes: string[]): Promise<Uint8Array> {
      const root = workdir.resolve(path)
      const wanted = globs(includes)
      const unwanted = globs(excludes)
      const keep = (at: string) => !unwanted(at) || wanted(at)
      const tree = await collect(root, root, keep, { bytes: 0 })
      return Buffer.from(JSON.stringify(tree))
    },
  }
}

function parseTree(bytes: Uint8Array): TreeNode {
  if (bytes[0] !== 0x7b)
    throw new Error(
      'Expected a tree of files to mount, received a binary snapshot. Pass the tree as an object.',
    )
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as TreeNode
}

async function place(node: TreeNode, at: string): Promise<void> {
  if ('d' in node) {
    await mkdir(at, { recursive: true })
    for (const [name, child] of Object.entries(node.d)) await place(child, join(at, plain(name)))
    return
  }
  if ('l' in node.f) {
    await rm(at, { force: true })
    await symlink(node.f.l, at)
    return
  }
  await writeFile(at, Buffer.from(node.f.c, node.f.b ? 'latin1' : 'utf8'))
}

function plain(name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name))
    throw new Error(`Expected one step of a path as a mounted name, received "${name}".`)
  return name
}

async function collect(
  root: string,
  at: string,
  keep: (at: string) => boolean,
  sum: { bytes: number },
): Promise<TreeNode> {
  const folder: { [name: string]: TreeNode } = {}
  for (const entry of await readdir(at, { withFileTypes: true })) {
    const path = join(at, entry.name)
    if (entry.isDirectory()) {
      const below = await collect(root, path, keep, sum)
      const empty = 'd' in below && Object.keys(below.d).length === 0
      if (!empty || keep(relative(root, path))) folder[entry.name] = below
    } else if (!keep(relative(root, path))) {
    } else if (entry.isSymbolicLink()) folder[entry.name] = { f: { l: await readlink(path) } }
    else if (entry.isFile()) folder[entry.name] = { f: await contentsOf(path, sum) }
  }
  return { d: folder }
}

async function contentsOf(path: string, sum: { bytes: number }) {
  const bytes = await readFile(path)
  sum.bytes += bytes.length
  if (sum.bytes > MAX_FILE / 2)
    throw new Error(
      `Expected at most ${MAX_FILE / 2} bytes to export, received more. Exclude some files.`,
    )
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes)
    ? { c: text }
    : { c: bytes.toString('latin1'), b: true }
}

/** `*` matches within one folder name, `**` across folders; a pattern also covers everything below it. */
function globs(patterns: string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const source = pattern
      .replace(/^\.?\//, '')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?|\*|\?/g, (it) => (it === '?' ? '[^/]' : it === '*' ? '[^/]*' : '.*'))
    return new RegExp(`^${source}(/|$)`)
  })
  return (path) => tests.some((test) => test.test(path))
}
