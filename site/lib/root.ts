/** Finds the folder of the repository, from wherever the build or the server was started. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder at or above `from` that holds both `site` and `lessons`. */
export function findRoot(from: string = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'lessons')) && existsSync(join(folder, 'site', 'app')))
      return folder
    if (folder === dirname(folder)) {
      throw new Error(
        `Expected the folders "lessons" and "site" at or above ${from}, received none. Start Telar inside its repository.`,
      )
    }
  }
}
