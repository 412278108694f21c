/** The files that are mounted next to the reader's: how they travel from the site to the page. */
import type { FileSystemTree } from '@webcontainer/api'

/** Path in the container → contents. */
export type MountFiles = Record<string, string | Uint8Array>

/** Fetches the files that the site serves at `url`: JSON of path → text. */
export async function fetchEngineFiles(url: string): Promise<MountFiles> {
  const answer = await fetch(url)
  if (!answer.ok) {
    throw new Error(
      `Expected the engine's files from ${url}, received status ${answer.status}. Reload the page. If that does not help, the site was built without them.`,
    )
  }
  return (await answer.json()) as MountFiles
}

/** The same files as a tree that a container can mount. */
export function mountTree(files: MountFiles): FileSystemTree {
  const root: FileSystemTree = {}
  for (const [path, contents] of Object.entries(files)) {
    const parts = path.split('/')
    const name = parts.pop() as string
    let folder = root
    for (const part of parts) {
      const known = folder[part]
      if (known && 'directory' in known) folder = known.directory
      else {
        const directory: FileSystemTree = {}
        folder[part] = { directory }
        folder = directory
      }
    }
    folder[name] = { file: { contents } }
  }
  return root
}
