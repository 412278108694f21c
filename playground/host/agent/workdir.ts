/** The project's folder: every path of the page is resolved below it. */
import { mkdir, realpath } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'

export interface Workdir {
  /** Creates the project's folder and returns its path. */
  open(name: string): Promise<string>
  /** The real path of `path`, where `/` and `.` both mean the project's folder. */
  resolve(path: string): string
  /** The target of all links in `path`; a target outside of the project's folder is refused. */
  real(path: string): Promise<string>
}

export function createWorkdir(projects: string): Workdir {
  let root = projects
  const outside = (path: string) =>
    Object.assign(
      new Error(`EACCES: expected a path in the project's folder ${root}, received '${path}'`),
      {
        code: 'EACCES',
      },
    )
  return {
    async open(name) {
      if (!/^[\w.-]{1,64}$/.test(name) || name === '.' || name === '..')
        throw new Error(
          `Expected letters, digits, ".", "-" and "_" in the name of a project's folder, received "${name}".`,
        )
      root = join(projects, name)
      await mkdir(root, { recursive: true })
      return root
    },
    resolve(path) {
      if (typeof path !== 'string' || path.includes('\0'))
        throw Object.assign(
          new Error(
            `EINVAL: expected a path without zero bytes, received ${typeof path === 'string' ? JSON.stringify(path) : typeof path}`,
          ),
          { code: 'EINVAL' },
        )
      // The page may also use the absolute paths that it gets from `workdir`.
      const below = path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : path
      const clean = posix.normalize(`./${below}`)
      if (clean === '..' || clean.startsWith('../')) throw outside(path)
      return join(root, clean)
    },
    async real(path) {
      const found = await realpath(this.resolve(path))
      const home = join(await realpath(projects), basename(root))
      if (found !== home && !found.startsWith(`${home}/`)) throw outside(path)
      return found
    },
  }
}
