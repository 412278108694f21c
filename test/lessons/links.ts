/** The rule that links lead somewhere: to a page of the site and a heading in it, or out by a whole address. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { headingIds } from '../../site/lib/lesson-text.ts'
import { type Fault, fault, type Rule } from './fault.ts'
import { has, type Lesson, lessonsIn, read } from './lesson.ts'
import { lineOf, textsOf, walk } from './mdx.ts'

export const linksLead: Rule = (lesson) => {
  const faults: Fault[] = []
  for (const { file, tree } of textsOf(lesson)) {
    for (const node of walk(tree)) {
      if (node.type !== 'link') continue
      const wrong = wrongWith(lesson, node.url ?? '')
      if (wrong) faults.push(fault(file, wrong, lineOf(node)))
    }
  }
  return faults
}

const PAGES = ['/', '/learn', '/learn/all', '/learn/introduction', '/playground', '/examples']

function wrongWith(lesson: Lesson, url: string): string | undefined {
  if (/^https?:/.test(url))
    return URL.canParse(url) ? undefined : `Expected an address, received ${url}.`
  const [path = '', hash] = url.replace(/^\/es(?=\/|$)/, '').split('#')
  const root = join(lesson.folder, '..')
  if (path !== '' && !path.startsWith('/'))
    return `Expected a link from the root, as /learn/counter, or a whole address, received ${url}.`
  const [, slug] = /^\/learn\/([a-z0-9-]+)$/.exec(path) ?? []
  const name = slug
    ? lessonsIn(root).find((one) => one.replace(/^\d\d-/, '') === slug)
    : lesson.name
  const isPlanned = slug !== undefined && slugs().includes(slug)
  if (path !== '' && !PAGES.includes(path) && !name && !isPlanned && !path.startsWith('/examples/'))
    return `Expected a page of the site, received ${url}.`
  if (hash === undefined || (path !== '' && !slug) || !name) return undefined
  const of = { ...lesson, folder: join(root, name) }
  const ids = has(of, 'lesson.mdx') ? headingIds(textBelowHead(read(of, 'lesson.mdx'))) : []
  if (ids.includes(hash)) return undefined
  return `Expected a heading of ${name}, received #${hash}. There are ${ids.join(', ')}.`
}

const textBelowHead = (source: string) => source.replace(/^---\n[\s\S]*?\n---\n/, '')

const slugs = (): string[] =>
  JSON.parse(readFileSync(new URL('slugs.json', import.meta.url), 'utf8')) as string[]
