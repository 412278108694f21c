/** The examples as projects of the playground: their files, and the colours that the site gives them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '../../playground/container/index.ts'
import { EXAMPLES, type Example } from '../examples/catalog.ts'
import { findRoot } from './root.ts'

/** Those that the playground can run. */
export const playable = (): Example[] => EXAMPLES.filter(({ about }) => !about.en.stays)

export function exampleProject({ files }: Example): Project {
  const read = (path: string) => readFileSync(join(findRoot(), 'site', path), 'utf8')
  return {
    files: {
      // Style sheets are joined by their names: what the others build on comes first.
      'base.css': `${read('app/tokens.css')}\n${read('examples/examples.css')}`,
      ...Object.fromEntries(files.map((file) => [file, read(`examples/${file}`)])),
    },
    entry: files[0]!,
  }
}

/** The text of one file of an example. */
export const exampleFile = (file: string): string =>
  readFileSync(join(findRoot(), 'site/examples', file), 'utf8')
