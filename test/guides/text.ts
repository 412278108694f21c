/** The guides' texts as trees, with tables, and the files that their examples are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import { LANGUAGES, type Language, type Text, textFrom } from '../lessons/mdx.ts'

export const guides = fileURLToPath(new URL('../../site/guides', import.meta.url))
const folderOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
/** What readers have in their hands as they read a guide, besides its own examples. */
const AT_HAND: Readonly<Record<string, string>> = {
  deploy: folderOf('deploy'),
  'take-home': folderOf('playground/take-home/templates/empty'),
}
const processor = createProcessor({ format: 'mdx', remarkPlugins: [remarkGfm] })

export const slugs = readdirSync(guides)
  .filter((name) => name.endsWith('.mdx') && !name.endsWith('.es.mdx'))
  .map((name) => name.replace('.mdx', ''))

export function textOf(slug: string, language: Language): Text {
  const file = language === 'en' ? `${slug}.mdx` : `${slug}.${language}.mdx`
  return textFrom(readFileSync(`${guides}/${file}`, 'utf8'), file, language, processor)
}

export const allTexts = () =>
  slugs.flatMap((slug) => LANGUAGES.map((language) => textOf(slug, language)))

/** The text of a file that a guide shows pieces of; undefined if there is none. */
export function exampleOf(slug: string, file: string): string | undefined {
  const folders = [`${guides}/examples/${slug}`, AT_HAND[slug] ?? []].flat()
  const found = folders.map((folder) => `${folder}/${file}`).find((path) => existsSync(path))
  return found && readFileSync(found, 'utf8')
}

/** Every file of every example. */
export const exampleFiles = () =>
  readdirSync(`${guides}/examples`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => `${guides}/examples/${name}`)
