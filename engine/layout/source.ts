/** Reads a layout's HTML file once, and in development again after each change. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LayoutError } from './errors.ts'
import { compileRegions, type Regions } from './regions.ts'

/** The regions of a file. A relative path starts at the program's working directory. */
export function regionsOfFile(file: string | URL): Regions {
  const path = file instanceof URL ? fileURLToPath(file) : resolve(file)
  const known = files.get(path)
  if (known && process.env.NODE_ENV === 'production') return known.regions
  try {
    const { mtimeMs } = statSync(path)
    if (known?.mtimeMs === mtimeMs) return known.regions
    const regions = compileRegions(readFileSync(path, 'utf8'), path)
    files.set(path, { mtimeMs, regions })
    return regions
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new LayoutError(
      'layout-file',
      `Expected a layout's HTML in ${path}, received an error: ${error.message}. Give a path relative to the folder where the program starts, or new URL('./layout.html', import.meta.url).`,
      { cause: error },
    )
  }
}

/** The regions of HTML given as text. */
export function regionsOfText(html: string, name: string): Regions {
  const known = texts.get(html)
  if (known) return known
  const regions = compileRegions(html, `layout ${name}`)
  texts.set(html, regions)
  return regions
}

const files = new Map<string, { mtimeMs: number; regions: Regions }>()
// As bounded in number as the templates made from them.
const texts = new Map<string, Regions>()
