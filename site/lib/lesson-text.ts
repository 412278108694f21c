/** A lesson's text taken apart: headings, sections, plain Markdown. */
import { createProcessor } from '@mdx-js/mdx'

/** What is read of a node of MDX's syntax tree. */
export interface TextNode {
  type: string
  name?: string | null
  value?: string
  depth?: number
  lang?: string | null
  attributes?: { name?: string; value?: unknown }[]
  children?: TextNode[]
  position?: { start: { offset?: number }; end: { offset?: number } }
  data?: { hProperties?: Record<string, string> }
}

/** The part of a text under one heading; the first stands before any heading. */
export interface Section {
  /** The id of the heading; empty for the first. */
  id: string
  heading: string
  text: string
  code: string
}

const processor = createProcessor()

export const parseText = (text: string): TextNode => processor.parse(text) as unknown as TextNode

/**
 * The ids of a text's headings, in their order. Both languages of a lesson take those of the
 * English text, so that a link to a heading holds in the other language too.
 */
export function headingIds(english: string): string[] {
  const seen = new Set(TAKEN)
  return headingsOf(parseText(english)).map((heading) => {
    const base = slugged(plain(heading)) || 'section'
    let id = base
    for (let more = 2; seen.has(id); more += 1) id = `${base}-${more}`
    seen.add(id)
    return id
  })
}

// Ids that the page of a lesson uses itself.
const TAKEN = ['main', 'text', 'workspace']

export function headingsOf(node: TextNode): TextNode[] {
  if (node.type === 'heading') return [node]
  return (node.children ?? []).flatMap(headingsOf)
}

const slugged = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** What a reader sees of a node, as one line. */
export function plain(node: TextNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  const between = BLOCKS.has(node.type) ? ' ' : ''
  const parts = (node.children ?? []).map(plain)
  return parts.join(between).replace(/\s+/g, ' ').trim() && parts.join(between)
}

const BLOCKS = new Set(['root', 'list', 'listItem', 'blockquote', 'mdxJsxFlowElement'])

/** The sections of a text, each with its prose and its code, for the search. */
export function sectionsOf(text: string, ids: readonly string[]): Section[] {
  const sections: Section[] = [{ id: '', heading: '', text: '', code: '' }]
  const visit = (node: TextNode) => {
    const section = sections.at(-1)!
    if (node.type === 'heading') {
      const id = ids[sections.length - 1] ?? ''
      sections.push({ id, heading: plain(node).trim(), text: '', code: '' })
    } else if (node.type === 'code') section.code += `${node.value ?? ''}\n`
    else if (node.type === 'paragraph') section.text += `${plain(node).replace(/\s+/g, ' ')} `
    else for (const child of node.children ?? []) visit(child)
  }
  visit(parseText(text))
  return sections.map((section) => ({ ...section, text: section.text.trim() }))
}

/** Gives each heading its id; for `remarkPlugins` of MDX. */
export const withHeadingIds = (ids: readonly string[]) => () => (tree: unknown) => {
  for (const [at, heading] of headingsOf(tree as TextNode).entries()) {
    const id = ids[at]
    if (id) heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
  }
}
