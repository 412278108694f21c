/** Writes a project into an empty folder, all of it or nothing. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProjectFiles } from '../project.ts'
import { AskedError } from './arguments.ts'

/** @throws AskedError 'folder' if something is there already. */
export function checkFolder(folder: string): void {
  const there = contentOf(folder)
  if (there.length === 0) return
  throw new AskedError(
    'folder',
    `Expected an empty folder, received ${folder}, which contains ${there.slice(0, 3).join(', ')}${there.length > 3 ? ` and ${there.length - 3} more` : ''}. Choose another name, or empty it.`,
  )
}

// Synchronous, so that Ctrl+C can't leave half of it.
export function writeProject(folder: string, files: ProjectFiles): void {
  checkFolder(folder)
  let made: string | undefined
  try {
    made = mkdirSync(folder, { recursive: true })
    for (const [path, content] of files) {
      const place = join(folder, path)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, content, { flag: 'wx' })
    }
  } catch (cause) {
    if (made) rmSync(made, { recursive: true, force: true })
    else for (const name of contentOf(folder)) rmSync(join(folder, name), { recursive: true })
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new AskedError(
      'folder',
      `Expected to write into ${folder}, received an error: ${why}. Nothing was left there. Choose another folder.`,
    )
  }
}

/** What is in the folder, but for what a new repository or a file manager puts there. */
function contentOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name !== '.git' && name !== '.DS_Store')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR')
      throw new AskedError(
        'folder',
        `Expected a folder, received ${folder}, which is a file. Choose another name.`,
      )
    throw cause
  }
}
