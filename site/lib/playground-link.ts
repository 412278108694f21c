/** A link that opens files in the playground. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeLink } from '../../playground/share/index.ts'
import { type Lang, pathIn } from '../words/words.ts'
import { findRoot } from './root.ts'

/** The first file is the one that is shown, by its default export. */
export function playgroundLink(files: Readonly<Record<string, string>>, lang: Lang): string {
  const entry = Object.keys(files)[0]!
  const engine = (engineVersion ??= readVersion())
  return pathIn(lang, `/playground${encodeLink({ files, entry, open: entry, engine })}`)
}

let engineVersion: string | undefined

const readVersion = () =>
  JSON.parse(readFileSync(join(findRoot(), 'engine/package.json'), 'utf8')).version as string
