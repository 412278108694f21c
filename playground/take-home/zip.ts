/** Packs a project into one file whose only folder has the project's name. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { ProjectFiles } from './project.ts'

export function zipProject(name: string, files: ProjectFiles): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const [path, content] of files)
    entries[`${name}/${path}`] =
      typeof content === 'string'
        ? strToU8(content)
        : // It is compressed already.
          [content, { level: 0 }]
  return zipSync(entries) as Uint8Array<ArrayBuffer>
}
