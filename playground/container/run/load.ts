/** Runs the reader's modules in this process and makes pages of their default export. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../types.ts'
import { engineDoor } from './engine.ts'
import { toProblem } from './fault.ts'
import type { BuiltFiles } from './process-messages.ts'
import { pagesOf, type ShownPage } from './view.ts'

export async function loadPages(
  build: BuiltFiles,
): Promise<{ pages: ShownPage[] } | { problems: Problem[] }> {
  const { entry, css, outputs } = build
  try {
    const [engine, module] = await Promise.all([engineDoor(), loadModule(build, entry)])
    const pages = pagesOf(module.default, engine, { file: entry, css })
    return Array.isArray(pages) ? { pages } : { problems: [pages] }
  } catch (error) {
    return { problems: [toProblem(error, { files: Object.keys(outputs) })] }
  }
}

/** One of the reader's modules, by its own name. */
export function loadModule(
  { folder, outputs }: BuiltFiles,
  file: string,
): Promise<{ default?: unknown }> {
  return import(pathToFileURL(join(folder, outputs[file] as string)).href)
}
